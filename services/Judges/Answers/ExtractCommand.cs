using System.CommandLine;
using System.Text;
using Judges.Hosting;
using Judges.Mathematics;
using Judges.Standalone.Judging;

namespace Judges.Standalone.Answers;

/// <summary><c>./judges extract</c>: which text of each response is its answer.</summary>
internal static class ExtractCommand
{
    private const string Description = """
        Find the answers that responses mark: one {"response":...} per line in, one {"rule","span","answer"} per line out. Nothing is compared.

        `policy` and `readThoughts` in a line are those of the math judge. Exits with 0, and with 2 when a line was no request.

        Examples:
          echo '{"response":"so the answer is 5."}' | ./judges extract
          ./judges extract --input responses.jsonl
        """;

    public static Command Create()
    {
        var input = new Option<string?>("--input", "-i") { Description = "The file of responses; without it, standard input", HelpName = "FILE" };
        var command = new Command("extract", Description) { input };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var reader = Open(parsed.GetValue(input));
            await using var writer = new StreamWriter(Console.OpenStandardOutput());
            return await Extract(reader, writer, Console.Error, cancellationToken);
        });
        return command;
    }

    public static async Task<int> Extract(TextReader reader, TextWriter writer, TextWriter status, CancellationToken cancellationToken)
    {
        var (number, unreadable) = (0L, 0L);
        await foreach (var line in reader.ReadLines(cancellationToken))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            var (json, readable) = ExtractionDoor.ExtractLine(line, number);
            unreadable += readable ? 0 : 1;
            await writer.WriteLineAsync(json.AsMemory(), cancellationToken);
        }
        await writer.FlushAsync(cancellationToken);
        if (unreadable == 0)
            return 0;
        await status.WriteLineAsync($"judges: {unreadable} of {number} lines were no requests");
        return JudgeCommand.Unreadable;
    }

    private static StreamReader Open(string? path) => path is null or "-"
        ? new StreamReader(Console.OpenStandardInput(), Encoding.UTF8)
        : UserErrorException.Guard(path, "read", () => new StreamReader(path, Encoding.UTF8));
}
