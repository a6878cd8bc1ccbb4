using System.Text;

namespace Judges.Code;

/// <summary>The boxes' images on an engine.</summary>
internal static class DockerImages
{
    /// <summary>deploy/images/box.Dockerfile.</summary>
    public static string Dockerfile { get; } = Read();

    public static string Tag(CodeJudgeOptions options, string image) => $"{options.ImagePrefix}{image}";

    private static string Read()
    {
        using var reader = new StreamReader(typeof(DockerImages).Assembly.GetManifestResourceStream("box.Dockerfile")!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
