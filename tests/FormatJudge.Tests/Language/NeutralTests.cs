using Judges.Format.Language;

namespace FormatJudge.Tests.Language;

public class NeutralTests
{
    private const string Chinese = "我们先把两个数相加，然后检查结果是不是正确，这样就得到了答案。";

    [Theory]
    [InlineData("```python\nprint(value)\n```")]
    [InlineData("~~~\nsome words\n~~~")]
    [InlineData("用 `some_code here` 来")]
    [InlineData("$x + \\text{speed}$ 和 $$\\int f$$")]
    [InlineData("\\[ a = b \\] 和 \\( c \\)")]
    [InlineData("\\begin{align} a &= b \\end{align}")]
    [InlineData("\\boxed{answer}")]
    [InlineData("<b>和</b> <|im_end|>")]
    [InlineData("<tool_call>{\"name\": \"search for it\"}</tool_call>")]
    [InlineData("{\"name\": \"search\", \"of\": [1, {\"more\": \"words in here\"}]}")]
    [InlineData("https://example.com/some/page。然后")]
    [InlineData("见 www.example.com/page 和 me@example.com 和 /usr/lib/some.file 和 example.com")]
    [InlineData("snake_case camelCase f(x) x1 2nd 5 km 3kg")]
    [InlineData("NASA 和 x 和 θ")]
    [InlineData("Alice 和 Bob")]
    [InlineData("🙂 ∑ ≤ —")]
    public void What_is_of_no_language_counts_neither_way(string text) => Assert.Equal(1, Of("zh", Chinese + text).Ratio);

    [Theory]
    [InlineData("and")]
    [InlineData("so the answer is right")]
    [InlineData("$ and so on")]
    [InlineData("`and so on")]
    [InlineData("Alice Bob Carol David Emil Frank Georg Heinz Ida Julius")]
    [InlineData("yes/no")]
    [InlineData("THIS IS NOT AN ACRONYM")]
    [InlineData("это")]
    [InlineData("これは")]
    public void What_is_of_another_counts(string text) => Assert.True(Of("zh", Chinese + text).Ratio < 1);

    [Theory]
    [InlineData("ja", "安定した方法で二つの数を足して、それから和を確かめます。这样我们就得到了正确的答案然后结束。")]
    [InlineData("ko", "먼저 두 수를 더한 다음 그 합이 짝수인지 확인합니다. 我们先把两个数相加")]
    [InlineData("es", "Primero sumamos los dos números y después comprobamos si la suma es par. Primeiro somamos os dois números e depois verificamos se a soma é par.")]
    [InlineData("uk", "Спочатку додамо обидва числа, а потім перевіримо суму. Сначала сложим оба числа, а потом проверим, чётная ли сумма.")]
    public void A_neighbour_is_told_by_whole_sentences(string target, string text)
    {
        var report = Of(target, text);

        Assert.InRange(report.Ratio!.Value, 0.2, 0.8);
        Assert.Equal(1, report.ForeignRuns);
        Assert.Equal(1, report.Switches);
    }

    [Fact]
    public void Passages_are_counted_measured_and_shown()
    {
        const string text = "We add 我们 the two numbers 把两个数 and check that the sum is right.";

        var report = Of("en", text);

        Assert.Equal((2, 4), (report.ForeignRuns, report.Switches));
        Assert.Equal(4 / 1.7, report.LongestForeignRun, 9);
        Assert.Equal(["我们", "把两个数"], report.Spans.Select(span => text.Substring(span.Start, span.Length)));
        Assert.Equal(12 / (12 + 6 / 1.7), report.Ratio!.Value, 9);
    }

    private static LanguageReport Of(string target, string text) => new LanguageMeter(KnownLanguages.All[target]).Measure(text);
}
