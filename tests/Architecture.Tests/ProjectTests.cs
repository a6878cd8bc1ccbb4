namespace Architecture.Tests;

public class ProjectTests
{
    public static TheoryData<string> Product { get; } =
        [.. new[] { "src", "compat", "services" }.SelectMany(static folder => Repository.Files(folder, "*.csproj"))];

    public static TheoryData<string> All { get; } = [.. Repository.Files("", "*.csproj")];

    [Fact]
    public void The_projects_are_found()
    {
        Assert.Contains("src/Judges.Contracts/Judges.Contracts.csproj", Product.Select(static row => row.Data));
        Assert.Contains("tests/Architecture.Tests/Architecture.Tests.csproj", All.Select(static row => row.Data));
    }

    [Theory]
    [MemberData(nameof(Product))]
    public void References_follow_the_design(string file) => Assert.Empty(Arrows.Wrong(Project.Load(file)));

    [Theory]
    [InlineData("src/Judges.Contracts/Judges.Contracts.csproj")]
    [InlineData("src/Symbolics/Symbolics.csproj")]
    public void What_everything_rests_on_needs_no_package(string file) => Assert.Empty(Project.Load(file).Packages);

    [Theory]
    [MemberData(nameof(All))]
    public void Package_versions_are_central(string file) => Assert.Empty(Project.Load(file).OwnVersions);

    [Theory]
    [InlineData("MathJudge", "../FormatJudge/FormatJudge.csproj", "MathJudge -> FormatJudge")]
    [InlineData("CodeJudge", @"..\Trainer\Trainer.csproj", "CodeJudge -> Trainer")]
    [InlineData("Judges.Contracts", "../Judges.Hosting/Judges.Hosting.csproj", "Judges.Contracts -> Judges.Hosting")]
    [InlineData("Judges.Hosting", "../Symbolics/Symbolics.csproj", "Judges.Hosting -> Symbolics")]
    [InlineData("Newcomer", "../Symbolics/Symbolics.csproj", "Newcomer is not in the design")]
    public void A_wrong_arrow_is_caught(string name, string reference, string wrong)
    {
        var project = new Project(name, $"""<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><ProjectReference Include="{reference}" /></ItemGroup></Project>""");

        Assert.Equal([wrong], Arrows.Wrong(project));
    }

    [Theory]
    [InlineData("""<PackageReference Include="A" Version="1.0.0" />""")]
    [InlineData("""<PackageReference Include="A"><Version>1.0.0</Version></PackageReference>""")]
    [InlineData("""<PackageReference Include="A" VersionOverride="1.0.0" />""")]
    public void A_version_of_its_own_is_caught(string package) =>
        Assert.Equal(["A"], new Project("X", $"<Project><ItemGroup>{package}</ItemGroup></Project>").OwnVersions);
}
