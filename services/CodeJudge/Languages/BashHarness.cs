using System.Text;
using System.Text.RegularExpressions;

namespace Judges.Code;

/// <summary>Bash: words go to a function of the submission's, and an exit code and what it printed come back.</summary>
internal sealed partial class BashHarness : IHarness
{
    [GeneratedRegex(@"^[A-Za-z_][\w-]*$", RegexOptions.NonBacktracking)]
    private static partial Regex Name { get; }

    public Sources ForCall(string program, string entryPoint) => throw new NotSupportedException("`call` tests are not run in bash; `stdio` and `unit` tests are");

    public (Sources Subject, Sources Tester) ForTests(string program, string? prefix, UnitTests tests) =>
        // Any command may be a function of that name: which of them is asked for is not to be the submission's choice.
        tests.EntryPoint is not { } name || !Name.IsMatch(name)
            ? throw new TestsUnusableException("`unit` tests in bash need `tests.entryPoint`, the name of the function that they call")
            : (new Sources("program.sh", [Text("main.sh", Resource.Text("subject.sh")), Text("program.sh", program)]),
                new Sources("tests.sh", [Text("main.sh", $"{Resource.Text("tester.sh")}{name}() {{ judge_ask {name} \"$@\"; }}\nsource ./tests.sh\n"), Text("tests.sh", tests.Code)]));

    private static BoxFile Text(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));
}
