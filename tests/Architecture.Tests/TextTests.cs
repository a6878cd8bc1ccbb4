namespace Architecture.Tests;

public class TextTests
{
    private static readonly HashSet<string> Text = new(StringComparer.OrdinalIgnoreCase)
    {
        ".cs", ".csproj", ".props", ".targets", ".sln", ".slnx", ".md", ".json", ".jsonl", ".yaml", ".yml", ".sh", ".py", ".txt", ".cpp", ".h",
        ".config", ".editorconfig", ".gitignore", ".gitattributes", ".dockerfile", "",
    };

    private static readonly (string File, string Text)[] Files =
        [.. Repository.Files("", "*")
            // Data can be large, and a dataset may quote any path.
            .Where(static file => Text.Contains(Path.GetExtension(file)) && !file.StartsWith("data/", StringComparison.Ordinal))
            .Select(static file => (file, Repository.Read(file)))];

    [Fact]
    public void No_file_names_a_path_of_somebodys_machine() => Assert.Empty(Found(TextRules.MachinePath));

    [Fact]
    public void No_file_names_a_package_registry() => Assert.Empty(Found(TextRules.RegistryHost));

    [Fact]
    public void No_source_file_of_the_product_is_longer_than_a_reader_holds_in_mind() => Assert.Empty(
        from file in Files
        where file.File.EndsWith(".cs", StringComparison.Ordinal)
            && (file.File.StartsWith("src/", StringComparison.Ordinal) || file.File.StartsWith("services/", StringComparison.Ordinal))
            && TextRules.Lines(file.Text) > TextRules.MaxLines
        select $"{file.File}: {TextRules.Lines(file.Text)} lines");

    [Theory]
    [InlineData("see /{0}/shared/x", "work")]
    [InlineData("\"/{0}/somebody/packages\"", "home")]
    [InlineData(@"C:\{0}\somebody", "Users")]
    public void A_machines_path_is_caught(string format, string folder) => Assert.NotNull(TextRules.MachinePath(string.Format(null, format, folder)));

    [Theory]
    [InlineData("services/MathJudge/work")]
    [InlineData("GET /v1/judge/math")]
    [InlineData("/usr/bin/python3 /tmp/x /workspace /root, /home")]
    [InlineData("https://example.org/home/page")]
    public void Other_paths_are_not(string text) => Assert.Null(TextRules.MachinePath(text));

    [Fact]
    public void A_registry_is_caught() => Assert.NotNull(TextRules.RegistryHost(string.Format(null, "https://api.{0}.org/v3/index.json", "nuget")));

    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 1)]
    [InlineData("a\nb\n", 2)]
    public void Lines_are_counted_as_an_editor_does(string text, int lines) => Assert.Equal(lines, TextRules.Lines(text));

    private static string[] Found(Func<string, string?> rule) =>
        [.. Files.Select(file => (file.File, Match: rule(file.Text))).Where(static hit => hit.Match is not null).Select(static hit => $"{hit.File}: {hit.Match}")];
}
