using System.CommandLine;
using Judges.Mathematics;

namespace Judges.Standalone.Answers;

/// <summary><c>./judges math</c>: explains one comparison.</summary>
internal static class MathCommand
{
    private const string Description = """
        Explain step by step how a gold and an answer are read and why they are equal or not. Exits with 0 whatever the verdict is.

        The answer may be a whole response: then the text that the policy finds in it is compared.

        Examples:
          ./judges math '\frac12' '0.5'
          ./judges math '(-\infty, 3)' 'so the answer is $x < 3$.'
          ./judges math '3.14' '3.1416' --policy minerva
        """;

    public static Command Create()
    {
        var gold = new Argument<string>("gold") { Description = "The gold answer, in LaTeX or plain text" };
        var answer = new Argument<string>("answer") { Description = "The answer, or a response that holds it" };
        var policy = new Option<string?>("--policy") { Description = "One of: " + string.Join(", ", Policies.Names), HelpName = "POLICY" };
        policy.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, [.. Policies.Names]);
        var command = new Command("math", Description) { gold, answer, policy };
        command.SetAction(async (parsed, _) =>
        {
            foreach (var (step, found) in MathExplanation.Of(parsed.GetValue(gold)!, parsed.GetValue(answer)!, Policies.Of(parsed.GetValue(policy))))
                await Console.Out.WriteLineAsync($"{step,-12}{found}");
            return 0;
        });
        return command;
    }
}
