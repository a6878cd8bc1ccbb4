using Judges;
using Judges.Code;

namespace CodeJudge.Tests.Corpora;

/// <summary>
/// The same verdicts alone and with eight boxes busy on each core. It takes long, so only eng/stress.sh runs it.
/// </summary>
public sealed class StressTests
{
    private const int Crowd = 8;
    private const int MutantsEach = 2;

    // A mutant that does not end is there with each of the two. Some fill their memory too, in two to eight seconds as the machine is loaded: with
    // five or eight it was chance which limit such a one broke.
    private static readonly Limits _limits = new() { CpuSeconds = 20, WallSeconds = 20 };

    public static IReadOnlyList<ITheoryDataRow> Sets => CanonicalTests.Sets;

    [Theory]
    [Trait("Run", "ByHand")]
    [MemberData(nameof(Sets))]
    public async Task Verdicts_are_the_same_alone_and_at_eight_times_the_cores(string language, string name)
    {
        var set = CorpusSets.All.Single(one => one.Name == name);
        List<GradeCode> solutions = [.. set.Requests()];
        List<GradeCode> requests = [.. solutions, .. solutions.SelectMany(static request => Mutants.Of(request.Response, MutantsEach)
            .Select((mutant, index) => request with { Id = $"{request.Id}#{index}", Response = mutant, Limits = Short(request.Limits) }))];

        var alone = await Outcomes(requests, boxes: 1);
        var crowded = await Outcomes(requests, boxes: Crowd * Environment.ProcessorCount);

        var changed = requests.Select(static request => request.Id).Zip(alone, crowded).Where(static one => one.Second != one.Third).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{name} ({language}): {solutions.Count} reference solutions and {requests.Count - solutions.Count} mutants, twice; {alone.Count(static end => end is Outcome.Accepted)} accepted, {changed.Count} changed verdicts");
        Assert.True(changed.Count == 0, string.Join('\n', changed));
        Assert.All(solutions.Zip(alone), static pair => Assert.True(pair.Second is Outcome.Accepted, $"{pair.First.Id}: {pair.Second}"));
    }

    private static Limits Short(Limits limits) => limits with { CpuSeconds = _limits.CpuSeconds, WallSeconds = _limits.WallSeconds };

    private static async Task<Outcome[]> Outcomes(IReadOnlyList<GradeCode> requests, int boxes)
    {
        await using var fixture = new JudgeFixture(new CodeJudgeOptions { Boxes = boxes, FirstUserId = 0x5000_0000 });
        var verdicts = await Task.WhenAll(requests.Select(fixture.Grade));
        return [.. verdicts.Select(static verdict => verdict.Outcome)];
    }
}
