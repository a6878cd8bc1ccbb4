using Judges;
using Judges.Code;

namespace CodeJudge.Tests.Submissions;

public sealed class ProgramExtractorTests
{
    private static string? Find(string response, string? prefix, string entryPoint, CodeExtraction extraction = CodeExtraction.Auto) =>
        new ProgramExtractor(Python.Language, entryPoint).Find(response, prefix, extraction);

    [Theory]
    [InlineData("I do not know.")]
    [InlineData("")]
    [InlineData("```python\n\n```")]
    [InlineData("```js\nlet x = 1\n```")]
    [InlineData("<answer></answer>")]
    [InlineData("<answer>")]
    [InlineData("</answer>print(1)<answer>")]
    [InlineData("def other(): pass")]
    public void A_completion_without_a_program_gives_none(string response) =>
        Assert.Null(Find(response, null, "f"));

    [Theory]
    [InlineData("```python\na\n```", "a\n")]
    [InlineData("```py\na\n```", "a\n")]
    [InlineData("```Python3 title=x\na\n```", "a\n")]
    [InlineData("```\na\n```", "a\n")]
    [InlineData("~~~python\na\n~~~", "a\n")]
    [InlineData("````python\n```\na\n```\n````", "```\na\n```\n")]
    [InlineData("text\r\n```python\r\na\r\nb\r\n```\r\n", "a\nb\n")]
    [InlineData("1. item\n   ```python\n   if x:\n       y\n   ```", "if x:\n    y\n")]
    [InlineData("```python\nfirst\n```\n```python\nlast\n```", "last\n")]
    [InlineData("```python\nmine\n```\n```\noutput\n```", "mine\n")]
    [InlineData("```python\nmine\n```\n```bash\npip install x\n```", "mine\n")]
    [InlineData("```python\ndef f(): 1\n```\nUsage:\n```python\nprint(f())\n```", "def f(): 1\n")]
    [InlineData("```python\ndef f(): 1\n```\n```python\ndef f(): 2\n```", "def f(): 2\n")]
    [InlineData("```python\ndef ff(): 1\n```\n```python\nx\n```", "x\n")]
    [InlineData("```python\nwhole\n```\n```python\ncut sho", "whole\n")]
    [InlineData("```python\ncut short", "cut short\n")]
    [InlineData("<answer>print(1)</answer>", "print(1)")]
    [InlineData("<answer>a</answer> or <answer>\nb\n</answer>", "b")]
    [InlineData("<answer>whole</answer><answer>cut", "whole")]
    [InlineData("```python\noutside\n```<answer>\n```python\ninside\n```\n</answer>", "inside\n")]
    [InlineData("```python\nmine\n```\n<answer>see above</answer>", "mine\n")]
    [InlineData("def f(n):\n    return 1", "def f(n):\n    return 1")]
    public void A_program_is_found(string response, string program) =>
        Assert.Equal(program, Find(response, null, "f"));

    [Theory]
    [InlineData("<think>```python\ndraft\n```</think>```python\nfinal\n```", "final\n")]
    [InlineData("<think>\n```python\ndraft\n```\n</think>I give up.", "draft\n")]
    [InlineData("<think>a</think> <think>```python\ndraft\n```</think>\n<answer>final</answer>", "final")]
    public void What_follows_the_thinking_is_preferred(string response, string program) =>
        Assert.Equal(program, Find(response, null, "f"));

    [Theory]
    [InlineData("<think>```python\ndef f(n):\n    return 1\n```")]
    [InlineData("<think>a</think>```python\nfinal\n```<think><answer>draft</answer>")]
    public void A_thought_that_is_still_open_holds_no_program(string response) =>
        Assert.Null(Find(response, null, "f"));

    [Theory]
    [InlineData("<answer>2 * n</answer>", "def f(n):\n    return 2 * n")]
    [InlineData("<answer>1</answer><answer>```\n2 * n\n```</answer>", "def f(n):\n    return 2 * n\n")]
    [InlineData("2 * n", null)]
    [InlineData("```python\n2 * n\n```", null)]
    [InlineData("<answer> </answer>", null)]
    public void Only_the_answer_tag_counts_when_that_is_asked(string response, string? program) =>
        Assert.Equal(program, Find(response, "def f(n):\n    return ", "f", CodeExtraction.AnswerTag));

    private const string Prefix = "import math\n\ndef f(n):\n    \"\"\"Doubles.\"\"\"\n";

    [Theory]
    [InlineData("    return 2 * n\n", Prefix + "    return 2 * n\n")]
    [InlineData("```python\n    return 2 * n\n```", Prefix + "    return 2 * n\n")]
    [InlineData("```python\nm = n\nreturn 2 * m\n```", Prefix + "    m = n\n    return 2 * m\n")]
    [InlineData("<answer>    return 2 * n</answer>", Prefix + "    return 2 * n")]
    [InlineData("```python\ndef f(n):\n    return 2 * n\n```", Prefix + "def f(n):\n    return 2 * n\n")]
    public void A_prefix_is_continued(string response, string program) =>
        Assert.Equal(program, Find(response, Prefix, "f"));

    [Fact]
    public void A_prefix_that_ends_in_a_bare_header_still_parses_when_the_function_is_given_again() =>
        Assert.Equal("def f(n):\n    pass\ndef f(n):\n    return 1\n", Find("```python\ndef f(n):\n    return 1\n```", "def f(n):", "f"));

    [Fact]
    public void A_class_method_is_looked_for_by_its_class() =>
        Assert.Equal("class Solution:\n    pass\n", Find("```\nclass Solution:\n    pass\n```\n```\nSolution().g()\n```", null, "Solution.g"));

    [Fact]
    public void A_million_fences_take_linear_time() =>
        Assert.NotNull(Find(string.Concat(Enumerable.Repeat("```\na\n```\n<answer>", 100_000)), null, "f"));
}
