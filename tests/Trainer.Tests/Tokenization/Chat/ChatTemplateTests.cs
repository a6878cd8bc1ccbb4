using System.Text.Json;
using Judges.Training.Tokenization.Chat;
using Judges.Training.Tokenization.Chat.Jinja;

namespace Trainer.Tests.Tokenization.Chat;

/// <summary>What templates are made of. The expected texts are Jinja2 3.1.2's, with the settings of Hugging Face's library.</summary>
public sealed class ChatTemplateTests
{
    private static readonly ChatMessage[] s_messages =
        [new("system", "Be brief."), new("user", "What is 2+2?"), new("assistant", "<think>\nadd\n</think>\n\n4"), new("user", " And 3+3? ")];

    [Theory]
    [InlineData("{{ 'a' ~ 1 ~ 2.0 ~ none ~ true }}|{{ missing }}|{{ 7 // 2 }}{{ -7 // 2 }}{{ -7 % 3 }}|{{ 2 ** 3 }}|{{ 7 / 2 }}", "a12.0NoneTrue||3-42|8|3.5")]
    [InlineData("{{ 'ab' * 2 + 'c' }}{{ 1 + 2 * 3 }}{{ (1 + 2) * 3 }}{{ 1 if false else 2 }}[{{ 1 if false }}]", "ababc792[]")]
    [InlineData("{{ messages|length }} {{ messages[-1].role }} {{ messages[0]['content'] }} {{ messages[::-1][0].role }} {{ messages[1:3]|length }}", "4 user Be brief. user 2")]
    [InlineData("{{ 'x' in 'xy' }}{{ 'z' not in ['a'] }}{{ not true or true and false }}{{ 1 < 2 < 3 }}{{ 'role' in messages[0] }}", "TrueTrueFalseTrueTrue")]
    [InlineData("{{ x is defined }}{{ x is not defined }}{{ none is none }}{{ 'a' is string }}{{ messages is iterable and messages is not mapping }}", "FalseTrueTrueTrueTrue")]
    [InlineData("{{ 10 is divisibleby 5 }}{{ 3 is odd }}{{ 1 + 1 is even }}{{ 'a' is in ['a'] }}", "TrueTrue1True")]
    [InlineData("{{ ' a b '.strip() }}{{ 'a--b'.split('--')[-1] }}{{ 'xxay'.lstrip('x') }}{{ 'abc'.startswith('ab') }}{{ 'a b'.upper() }}{{ 'abc'[1:] }}", "a bbayTrueA Bbc")]
    [InlineData("{{ '  a ' | trim }}{{ ['a', 'b'] | join(', ') }}{{ x | default('d') }}{{ 'hello world' | title }}{{ 'aXbX' | replace('X', '-') }}", "aa, bdHello Worlda-b-")]
    [InlineData("""{{ {'a': [1, 2.5, none, true], 'b': 'ü"\n<'} | tojson }}""", """{"a": [1, 2.5, null, true], "b": "ü\"\n<"}""")]
    [InlineData("""{{ {'a': [1], 'e': []} | tojson(indent=2) }}""", "{\n  \"a\": [\n    1\n  ],\n  \"e\": []\n}")]
    [InlineData("{% for k, v in {'a': 1, 'b': 2}.items() %}{{ k }}={{ v }}{% if not loop.last %},{% endif %}{% endfor %}", "a=1,b=2")]
    [InlineData("{% set ns = namespace(n=0) %}{% for m in messages if m.role == 'user' %}{% set ns.n = ns.n + loop.index %}{% set gone = 1 %}{% endfor %}{{ ns.n }}{{ gone }}", "3")]
    [InlineData("{% for m in [] %}x{% else %}none{% endfor %}{% for i in range(5) %}{% if i == 1 %}{% continue %}{% endif %}{% if i == 3 %}{% break %}{% endif %}{{ i }}{% endfor %}", "none02")]
    [InlineData("{% macro tag(name, close=false) %}<{{ '/' if close else '' }}{{ name }}>{% endmacro %}{{ tag('a') }}{{ tag('a', close=true) }}", "<a></a>")]
    [InlineData("{% set text %}[{{ 1 }}]{% endset %}{{ text * 2 }}{% generation %}g{% endgeneration %}", "[1][1]g")]
    [InlineData("{{ messages | selectattr('role', 'equalto', 'user') | map(attribute='content') | join('|') }}", "What is 2+2?| And 3+3? ")]
    [InlineData("{{ '{\"name\": 1}}' }}{{ {'a': {'b': 1}}['a']['b'] }}{# a comment #}!", "{\"name\": 1}}1!")]
    [InlineData("{{ messages.0.role }}{{ messages[9] is defined }}{{ ''.join(['a', 'b']) }}{{ 'a\\u00fc' 'b' }}", "systemFalseabaüb")]
    public void An_expression_means_what_Jinja_makes_of_it(string template, string expected) => Assert.Equal(expected, Render(template));

    [Theory]
    [InlineData("a\n  {% if true %}\n  b\n  {% endif %}\nc\n", "a\n  b\nc")]
    [InlineData("a\n  {{- 'b' -}}  \n c", "abc")]
    [InlineData("a {%- if true %} b {% endif -%} c", "a b c")]
    [InlineData("x {% if true %}\ny{% endif %} z", "x y z")]
    [InlineData("  {%+ if true %}y{% endif %}\n", "  y")]
    [InlineData("{# one #}\n{# two #}\n  {# three #}\nz", "z")]
    [InlineData("{{ 1 }}\n{{ 2 }}", "1\n2")]
    [InlineData("{% if true %}a{% endif %}\n\nb", "a\nb")]
    [InlineData("{%- for m in messages %}\n    {{- m.role }}\n    {%- if not loop.last %}\n, {% endif %}\n{%- endfor %}\n", "system, user, assistant, user")]
    public void Whitespace_goes_where_Hugging_Face_lets_it_go(string template, string expected) => Assert.Equal(expected, Render(template));

    [Fact]
    public void A_template_can_refuse_a_conversation()
    {
        var error = Assert.Throws<TemplateException>(() => Render("{{ raise_exception('Roles must alternate') }}"));

        Assert.Contains("Roles must alternate", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{% include 'x' %}", "include")]
    [InlineData("{% raw %}{{ }}{% endraw %}", "raw")]
    [InlineData("{{ messages | xmlattr }}", "xmlattr")]
    [InlineData("{{ messages is filter }}", "filter")]
    [InlineData("{{ 'a'.encode() }}", "encode")]
    [InlineData("{{ messages }}", "list")]
    [InlineData("{{ x.y }}", "'x'")]
    [InlineData("{% if true %}", "endif")]
    [InlineData("{{ 1 ", "does not end")]
    [InlineData("{{ 'a }}", "does not end")]
    [InlineData("{# a", "does not end")]
    [InlineData("{{ $ }}", "$")]
    [InlineData("{{ 1 // 0 }}", "zero")]
    [InlineData("{{ 9223372036854775807 + 1 }}", "too large")]
    [InlineData("{{ ''.__class__ }}{{ x() }}", "'x'")]
    [InlineData("{% for a, b in [[1]] %}{% endfor %}", "2 names")]
    public void What_is_not_here_is_refused_with_its_name(string template, string name) =>
        Assert.Contains(name, Assert.Throws<TemplateException>(() => Render(template)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("{% for a in range(99999) %}{% for b in range(99999) %}{{ b }}{% endfor %}{% endfor %}")]
    [InlineData("{{ 'a' * 1000000000 }}")]
    [InlineData("{{ range(1000000000) }}")]
    [InlineData("{% set ns = namespace(s='aaaaaaaaaa') %}{% for i in range(100) %}{% set ns.s = ns.s + ns.s %}{% endfor %}")]
    [InlineData("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}")]
    [InlineData("{{ 2 ** 9999 }}")]
    public void What_would_never_end_ends(string template) => Assert.Throws<TemplateException>(() => Render(template));

    [Fact]
    public void Brackets_within_brackets_end_too() =>
        Assert.Throws<TemplateException>(() => Render("{{ " + new string('(', 50_000) + "1" + new string(')', 50_000) + " }}"));

    [Fact]
    public void Dates_come_from_the_clock_that_is_given()
    {
        var template = new ChatTemplate("{{ strftime_now('%d %b %Y') }}", time: new FixedTime());

        Assert.Equal("26 Jul 2024", template.Render([]));
    }

    [Fact]
    public void Variables_and_fields_reach_the_template()
    {
        using var json = JsonDocument.Parse("""{"tools": [{"name": "add"}], "fields": {"reasoning_content": "hm"}}""");
        var template = new ChatTemplate("{{ tools[0].name }} {{ messages[0].reasoning_content }} {{ bos_token }}", new Dictionary<string, string> { ["bos_token"] = "<s>" });

        var text = template.Render(
            [new("user", "x") { Fields = json.RootElement.GetProperty("fields").EnumerateObject().ToDictionary(static field => field.Name, static field => field.Value) }],
            variables: new Dictionary<string, JsonElement> { ["tools"] = json.RootElement.GetProperty("tools") });

        Assert.Equal("add hm <s>", text);
    }

    private static string Render(string template) => new ChatTemplate(template).Render(s_messages);

    private sealed class FixedTime : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(2024, 7, 26, 12, 0, 0, TimeSpan.Zero);
    }
}
