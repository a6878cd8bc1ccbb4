using CodeJudge.Tests.Languages;

namespace CodeJudge.Tests.Corpora;

/// <summary>The reference solutions of public data sets are accepted.</summary>
public sealed class CanonicalTests(JudgeFixture fixture)
{
    public static IReadOnlyList<ITheoryDataRow> Sets => CorpusSets.Asked(CorpusSets.All.Select(static set => new TheoryDataRow<string, string>(set.Language, set.Name)));

    [Theory]
    [MemberData(nameof(Sets))]
    public Task Reference_solutions_are_accepted(string language, string set)
    {
        Toolchain.Demand(language);
        return Corpus.AllAccepted(fixture, CorpusSets.All.Single(one => one.Name == set).Requests());
    }
}
