using System.Text.Json;
using Judges;

namespace FormatJudge.Tests.Templates;

/// <summary>Templates that a request brings with it.</summary>
public class GrammarTests
{
    private const string Plan = """
        {"before":"text","after":"text","distinct":false,
         "blocks":[{"name":"plan","tag":"plan","empty":true},
                   {"name":"step","tag":"step","min":0,"max":2},
                   {"name":"result","tag":"result","payload":{"kind":"json","schema":
                     {"type":"object","required":["answer"],"properties":{"answer":{"type":"integer","minimum":0}},"additionalProperties":false}}}],
         "weights":{"resultJson":5}}
        """;

    [Theory]
    [InlineData("""<plan></plan><step>a</step><step>b</step><result>{"answer":3}</result>""", "none")]
    [InlineData("""hm <plan>p</plan><result>{"answer":3}</result> done""", "none")]
    [InlineData("""<plan></plan><step>a</step><step>b</step><step>c</step><result>{"answer":3}</result>""", "stepRepeated@41")]
    [InlineData("""<plan></plan>text<result>{"answer":3}</result>""", "textOutside@13")]
    [InlineData("""<plan></plan><step> </step><result>{"answer":3}</result>""", "stepEmpty@19")]
    [InlineData("""<plan></plan><result>{"answer":-3}</result>""", "resultSchemaViolated@21")]
    [InlineData("""<plan></plan><result>{"answer":3,}</result>""", "resultJsonInvalid@21")]
    [InlineData("""<plan></plan><result>{"answer":3} </result>""", "none")]
    [InlineData("""<plan></plan><result>{"answer":3} 4</result>""", "resultJsonInvalid@33")]
    [InlineData("""<plan></plan><result>{"answer":NaN}</result>""", "resultJsonInvalid@21")]
    [InlineData("""<result>{"answer":3}</result><plan></plan>""", "resultMisplaced@0")]
    [InlineData("""<plan></plan><step>a<result>{"answer":3}</result></step>""", "stepUnclosed@13")]
    public void A_grammar_of_ones_own_is_checked_like_any_other(string response, string violation)
    {
        var verdict = Grade(Plan, response);

        Assert.Equal(violation, verdict.Violation());
        Assert.Equal(violation == "none", verdict.Passed);
    }

    [Fact]
    public void A_schema_says_what_it_misses() => Assert.Equal(
        "/answer: -3 should be at least 0",
        Grade(Plan, """<plan></plan><result>{"answer":-3}</result>""").Detail!.Value.GetProperty("violation").GetProperty("message").GetString());

    [Fact]
    public void A_check_counts_what_it_weighs()
    {
        var checks = Grade(Plan, """<plan></plan><result>{"answer":-3}</result>""");
        var others = checks.Detail!.Value.GetProperty("checks").GetArrayLength() - 1;

        Assert.Equal(0.9 * others / (others + 5), checks.Detail!.Value.GetProperty("partial").GetDouble(), 1e-12);
    }

    [Theory]
    [InlineData("""{"blocks":[]}""", "1 to 16 blocks")]
    [InlineData("""{"blocks":[{"name":"a"}]}""", "needs a `tag`")]
    [InlineData("""{"blocks":[{"name":"a","tag":"<a>"}]}""", "letters, digits")]
    [InlineData("""{"blocks":[{"name":"a","tag":"a"},{"name":"b","tag":"A"}]}""", "stands there twice")]
    [InlineData("""{"blocks":[{"name":"a","tag":"a","min":2}]}""", "`min` at most `max`")]
    [InlineData("""{"blocks":[{"name":"a","tag":"a","min":0}]}""", "`min` above 0")]
    [InlineData("""{"blocks":[{"name":"a","tag":"a","max":9999}]}""", "at most 1000")]
    [InlineData("""{"blocks":[{"name":"a","tag":"a","optional":true}]}""", "no member `optional`")]
    [InlineData("""{"blocks":[{"tag":"a"}]}""", "required fields are missing")]
    [InlineData("""{"blocks":[{"name":"a","tag":"a","payload":{"kind":"poem"}}]}""", "wrong type or name")]
    [InlineData("""{"blocks":[{"name":"a","tag":"a","payload":{"kind":"json","schema":{"type":"objet"}}}]}""", "no JSON Schema")]
    [InlineData("""{"blocks":[{"name":"a","tag":"a","payload":{"kind":"json","schema":{"pattern":"(a+)+$"}}}]}""", "cannot be used")]
    [InlineData("""{"blocks":[{"name":"a","tag":"a","payload":{"kind":"json","schema":{"$ref":"https://example.org/x"}}}]}""", "into the schema itself")]
    [InlineData("""{"blocks":[{"name":"a","tag":"a","payload":{"kind":"json","schema":{"$ref":"#/$defs/x"}}}]}""", "no JSON Schema")]
    [InlineData("""{"blocks":[{"name":"a","tag":"a"}],"weights":{"shiny":1}}""", "no check `shiny`")]
    public void A_grammar_that_is_none_is_no_fault_of_the_model(string grammar, string reason)
    {
        var verdict = Grade(grammar, "<a>b</a>");

        Assert.Equal((Outcome.JudgeError, null), (verdict.Outcome, verdict.Reward));
        Assert.Contains(reason, verdict.Detail!.Value.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("add", """{"x":1}""", "none")]
    [InlineData("sub", """{"x":1}""", "callToolUnknown@3")]
    [InlineData("add", """{"x":"1"}""", "callArgumentsInvalid@3")]
    public void Tool_calls_keep_to_the_tools_that_there_are(string tool, string arguments, string violation)
    {
        const string grammar = """
            {"blocks":[{"name":"call","tag":"t","payload":{"kind":"toolCalls","tools":[
              {"name":"add","parameters":{"type":"object","properties":{"x":{"type":"number"}},"required":["x"]}}]}}]}
            """;

        Assert.Equal(violation, Grade(grammar, $$"""<t>{"name":"{{tool}}","arguments":{{arguments}}}</t>""").Violation());
    }

    [Fact]
    public void Two_schemas_of_one_id_do_not_meet()
    {
        static string Grammar(string type) =>
            """{"blocks":[{"name":"a","tag":"a","payload":{"kind":"json","schema":{"$id":"https://example.org/s","type":"TYPE"}}}]}""".Replace("TYPE", type, StringComparison.Ordinal);

        Assert.True(Grade(Grammar("string"), "<a>\"x\"</a>").Passed);
        Assert.False(Grade(Grammar("number"), "<a>\"x\"</a>").Passed);
        Assert.True(Grade(Grammar("string"), "<a>\"x\"</a>").Passed);
    }

    private static Verdict Grade(string grammar, string response) =>
        Grading.Grade(new GradeFormat { Response = response, Grammar = JsonElement.Parse(grammar) });
}
