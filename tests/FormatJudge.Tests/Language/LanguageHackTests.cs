using Judges;
using Judges.Format.Language;

namespace FormatJudge.Tests.Language;

/// <summary>What a policy may try so as to look as if it kept to the language.</summary>
public class LanguageHackTests
{
    private const string English = "We add the two numbers and then we check that the sum is right. ";
    private const string German = "Wir addieren die beiden Zahlen und prüfen dann, ob die Summe stimmt. ";
    private const string Chinese = "我们先把两个数相加，然后检查结果是不是正确，这样就得到了答案。";

    [Theory]
    [InlineData(LanguageMode.Ratio, 0.9, 0.99999)]
    [InlineData(LanguageMode.RunSensitive, 0.5, 0.9)]
    [InlineData(LanguageMode.Strict, 0, 0)]
    public void Filler_in_the_target_language_hides_no_passage(LanguageMode mode, double least, double most)
    {
        var verdict = Reward(string.Concat(Enumerable.Repeat(English, 200)) + Chinese, "4", "en", new() { Mode = mode });

        Assert.InRange(verdict.Reward!.Value, least, most);
        Assert.False(verdict.Passed);
    }

    [Theory]
    [InlineData("```\n", "\n```")]
    [InlineData("`", "`")]
    [InlineData("<tool_call>", "</tool_call>")]
    [InlineData("{\"text\": \"", "\"}")]
    public void A_thought_that_is_all_code_earns_nothing(string open, string close) =>
        Assert.Equal(0, Reward(open + English + close, "4", "en").Reward);

    [Theory]
    [InlineData(@"\text{", "}")]
    [InlineData(@"$\text{", "}$")]
    [InlineData(@"\boxed{", "}")]
    [InlineData(@"\[\text{", @"}\]")]
    [InlineData("$", "$")]
    [InlineData(@"\begin{align}\text{", @"}\end{align}")]
    public void Sentences_in_formulas_are_language(string open, string close)
    {
        var hidden = Of("zh", Chinese + open + English + close);

        Assert.InRange(hidden.Ratio!.Value, 0.3, 0.8);
        Assert.Equal(1, Of("en", English + open + English + close).Ratio);
    }

    [Fact]
    public void The_prompt_quoted_over_and_over_earns_nothing() =>
        Assert.Equal(0, Grade(string.Concat(Enumerable.Repeat("答案 ", 100)), "4", new() { Response = "", Language = "en", Prompt = "What does 答案 mean?" }).Reward);

    [Theory]
    [InlineData("zh", "women xian ba liang ge shu xiang jia ranhou jiancha jieguo shi bu shi zhengque")]
    [InlineData("ar", "najma al adadayn awwalan thumma natahaqqaq min an al majmu zawji")]
    [InlineData("ru", "snachala slozhim oba chisla a potom proverim chetnaya li summa")]
    [InlineData("hi", "pehle hum donon sankhyaon ko jodte hain aur phir dekhte hain")]
    public void A_romanised_target_is_foreign(string target, string text) => Assert.Equal(0, Of(target, text).Ratio);

    [Theory]
    [InlineData("en", "Wе аdd thе twо numbеrs аnd wе chеck thе sum")]
    [InlineData("ru", "Сначaлa слoжим oбa числa и пoтoм прoверим сумму")]
    public void Words_of_letters_that_look_alike_are_foreign(string target, string text) => Assert.True(Of(target, text + " " + text).Ratio < 0.4);

    [Theory]
    [InlineData("NOUS AJOUTONS LES DEUX NOMBRES ET NOUS VOYONS SI LA SOMME EST PAIRE OU NON")]
    [InlineData("Nous\u200B ajoutons\u200B les deux\u200B nombres, puis nous vérifions\u200B si la somme est paire.")]
    [InlineData("Nous ajoutons les deux nombres, puis nous ve\u0301rifions si la somme est paire.")]
    public void Neither_capitals_nor_what_has_no_width_makes_a_text_neutral(string french)
    {
        Assert.Equal(0, Of("en", french).Ratio);
        Assert.Equal(1, Of("fr", french).Ratio);
    }

    [Theory]
    [InlineData("答案是四", 0)]
    [InlineData(Chinese, 0)]
    [InlineData(German, 0)]
    [InlineData("4", 1)]
    [InlineData("Johann Wolfgang von Goethe", 1)]
    public void A_switch_in_the_answer_alone_shows(string answer, double reward) => Assert.Equal(reward, Reward(English, answer, "en").Reward);

    [Fact]
    public void The_target_is_never_taken_from_the_response()
    {
        var request = new GradeFormat { Response = "", Language = "auto", Prompt = "Is the sum of these two numbers even or odd?" };

        Assert.Equal(1, Grade(English, "4", request).Reward);
        Assert.Equal(0, Grade(German, "4", request).Reward);
        Assert.Equal(0, Grade(Chinese, "4", request).Reward);
    }

    private static LanguageReport Of(string target, string text) => new LanguageMeter(KnownLanguages.All[target]).Measure(text);

    private static Verdict Reward(string thought, string answer, string language, LanguageReward? reward = null) =>
        Grade(thought, answer, new() { Response = "", Language = language, LanguageReward = reward });

    private static Verdict Grade(string thought, string answer, GradeFormat request) =>
        Grading.Grade(request with { Response = $"<think>{thought}</think><answer>{answer}</answer>" });
}
