using System.CommandLine;
using Judges.Code;
using Microsoft.Extensions.Options;

namespace Judges.Standalone.Images;

/// <summary><c>./judges images</c>: builds what the code judge's containers are made of.</summary>
internal static class ImagesCommand
{
    private const string Description = """
        Build the images of the code judge's boxes: one for each family of languages.

        An image that is built already from the same recipe is left as it is. Each begins with debian:bookworm-slim, which is pulled; with
        --offline it is made here of Debian's packages (mmdebstrap) under the same name. The engine is the one that DOCKER_HOST or
        CodeJudge__DockerEndpoint names.
        """;

    public static Command Create()
    {
        var offline = new Option<bool>("--offline") { Description = "make the base image of Debian's packages instead of pulling it" };
        var names = new Argument<string[]>("NAME") { Description = $"{string.Join(", ", BoxImages.Families)}, or {BoxImages.Everything}; default: all but that one", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("images", Description) { offline, names };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var wanted = parsed.GetValue(names) is { Length: > 0 } some ? some : [.. BoxImages.Families];
            foreach (var name in wanted)
            {
                if (name != BoxImages.Everything && !BoxImages.Families.Contains(name))
                    throw new UserErrorException($"there is no image {name}; there are {string.Join(", ", BoxImages.Families)} and {BoxImages.Everything}");
            }
            await Build(wanted, parsed.GetValue(offline), cancellationToken);
            return 0;
        });
        return command;
    }

    /// <summary>The code judge's options as a host would have them.</summary>
    public static CodeJudgeOptions Options()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.AddCodeJudge();
        using var host = builder.Build();
        return host.Services.GetRequiredService<IOptions<CodeJudgeOptions>>().Value;
    }

    private static async Task Build(IReadOnlyList<string> names, bool offline, CancellationToken cancellationToken)
    {
        using var builder = new ImageBuilder(Options(), Console.WriteLine);
        try
        {
            foreach (var name in names)
                await builder.Build(name, offline, cancellationToken);
        }
        catch (ImageFailedException failure)
        {
            throw new UserErrorException(failure.Message);
        }
    }
}
