using Judges;
using Judges.Training.Generation;
using Judges.Training.Rollouts;
using Judges.Training.Tasks;

namespace Trainer.Tests.Rollouts;

/// <summary>Groups of rollouts with given texts.</summary>
internal static class SampleRollouts
{
    public static RolloutGroup Reverse(long number, params string[] responses) => Group(
        number, responses, [FormatAsk.ThinkAnswer, new GradeMath { Response = "", Answer = "4321", Credit = MathCredit.Digits }], JudgeNames.Math);

    public static RolloutGroup MathOnly(long number, params string[] responses) =>
        Group(number, responses, [new GradeMath { Response = "", Answer = "4321" }], JudgeNames.Math);

    /// <summary>Each response is the body of <c>def f(x):</c>, which should give x + 1.</summary>
    public static RolloutGroup Code(long number, params string[] responses) => Group(
        number, responses,
        [
            new GradeCode
            {
                Response = "",
                Language = "python",
                Prefix = "def f(x):\n    return ",
                Tests = new CallTests
                {
                    EntryPoint = "f",
                    Cases = [new() { Args = [System.Text.Json.JsonSerializer.SerializeToElement(1)], Expected = System.Text.Json.JsonSerializer.SerializeToElement(2) }],
                },
            },
        ],
        JudgeNames.Code);

    public static RolloutGroup Of(long number, Problem problem, params string[] responses) => new(number, problem, [1], [.. responses.Select((text, index) => new Rollout
    {
        Id = new RolloutId(number, index),
        Problem = problem,
        Completion = new Completion { Tokens = [0], Logprobs = [0], FinishReason = FinishReason.Stop },
        Text = text,
    })]);

    private static RolloutGroup Group(long number, string[] responses, IReadOnlyList<GradeRequest> asks, string solvedBy) =>
        Of(number, new Problem { Task = "test", Prompt = "?", GroundTruth = "!", Asks = asks, SolvedBy = solvedBy }, responses);
}
