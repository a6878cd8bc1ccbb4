using Judges;

namespace CodeJudge.Tests.Languages;

/// <summary>Each language from text to verdict, in real boxes: what parses, what compiles, what runs.</summary>
public sealed class LanguageTests(JudgeFixture fixture)
{
    public static IReadOnlyList<ITheoryDataRow> Sums => Toolchain.Tested(new TheoryData<string, string>
    {
        { "python", "print(sum(map(int, input().split())))" },
        { "c", "#include <stdio.h>\nint main(){int a,b;scanf(\"%d %d\",&a,&b);printf(\"%d\\n\",a+b);}" },
        { "cpp", "#include <iostream>\nint main(){int a,b;std::cin>>a>>b;std::cout<<a+b<<std::endl;}" },
        { "csharp", "var p = Console.ReadLine()!.Split(' ').Select(int.Parse).Sum();\nConsole.WriteLine(p);" },
        { "csx", "int Sum(string line) => line.Split(' ').Select(int.Parse).Sum();\nConsole.WriteLine(Sum(Console.ReadLine()))" },
        { "csx", "class Pair { public int A, B; }\nvar n = Console.ReadLine().Split(' ');\nprivate Pair _pair = new Pair { A = int.Parse(n[0]), B = int.Parse(n[1]) };\nawait Task.Yield();\nConsole.WriteLine(_pair.A + _pair.B);\n_pair" },
        { "java", "import java.util.*;\npublic class Sum { public static void main(String[] a){ Scanner s=new Scanner(System.in); System.out.println(s.nextInt()+s.nextInt()); } }" },
        { "javascript", "const [a,b]=require('fs').readFileSync(0,'utf8').split(' ').map(Number);\nconsole.log(a+b);" },
        { "typescript", "import * as fs from 'fs';\nconst [a,b]: number[]=fs.readFileSync(0,'utf8').split(' ').map(Number);\nconsole.log(a+b);" },
        { "go", "package main\nimport \"fmt\"\nfunc main(){ var a,b int; fmt.Scan(&a,&b); fmt.Println(a+b) }" },
        { "rust", "use std::io;\nfn main(){ let mut s=String::new(); io::stdin().read_line(&mut s).unwrap(); let n:i32=s.split_whitespace().map(|x|x.parse::<i32>().unwrap()).sum(); println!(\"{}\",n); }" },
        { "bash", "read a b\necho $((a+b))" },
    });

    [Theory]
    [MemberData(nameof(Sums))]
    public async Task A_program_reads_and_writes(string language, string program)
    {
        Toolchain.Demand(language);

        var verdict = await fixture.Grade(Toolchain.Stdio(language, program, ("1 2\n", "3\n"), ("40 2\n", "42\n")));
        var wrong = await fixture.Grade(Toolchain.Stdio(language, program, ("1 2\n", "4\n")));

        Assert.True(verdict.Passed, verdict.Detail.ToString());
        Assert.Equal((language, "ran"), (verdict.Detail!.Value.GetProperty("language").GetString(), verdict.Detail!.Value.GetProperty("stage").GetString()));
        Assert.Equal((Outcome.WrongAnswer, 0.0), (wrong.Outcome, wrong.Reward));
    }

    public static IReadOnlyList<ITheoryDataRow> Broken => Toolchain.Tested(new TheoryData<string, string, string>
    {
        { "c", "int main( { }", "extracted" },
        { "cpp", "int main() { return 0 }", "extracted" },
        { "cpp", "int g();\nint main() { return g(); }", "parses" },
        { "csharp", "class P { static void Main( { } }", "extracted" },
        { "csharp", "int x = \"text\";", "parses" },
        { "csharp", "#r \"System.Net.dll\"\nConsole.WriteLine(1);", "extracted" },
        { "csharp", "Console.WriteLine(1)", "extracted" },
        { "csx", "int f( {", "extracted" },
        { "csx", "int x = \"text\";", "parses" },
        { "csx", "namespace N { }", "extracted" },
        { "csx", "#r \"System.Net.dll\"\nConsole.WriteLine(1)", "extracted" },
        { "csx", "#load \"/etc/passwd\"\nConsole.WriteLine(1)", "extracted" },
        { "java", "class Main { void f( { } }", "extracted" },
        { "java", "class Main { public static void main(String[] a) { int x = \"text\"; } }", "parses" },
        { "javascript", "const = 3;", "extracted" },
        { "typescript", "const x: = 3;", "extracted" },
        { "go", "package main\nfunc main( {}", "extracted" },
        { "go", "package main\nfunc main() { x := 1 }", "parses" },
        { "rust", "fn main( {}", "extracted" },
        { "rust", "fn main() { let x: i32 = \"text\"; }", "parses" },
        { "bash", "if true; then", "extracted" },
    });

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_program_that_is_none_says_how_far_it_came(string language, string program, string stage)
    {
        Toolchain.Demand(language);

        var verdict = await fixture.Grade(Toolchain.Stdio(language, program, ("", "")) with { Reward = CodeReward.Tiered });

        Assert.True(verdict.Outcome is Outcome.CompileError, verdict.Detail.ToString());
        Assert.Equal((stage, stage == "parses" ? 0.1 : 0), (verdict.Detail!.Value.GetProperty("stage").GetString(), verdict.Reward));
    }

    public static IReadOnlyList<ITheoryDataRow> Functions => Toolchain.Tested(new TheoryData<string, string, string>
    {
        { "cpp", "#include <vector>\nusing namespace std;\nvector<int> f(const vector<int>& v, int k) { vector<int> r; for (int x : v) r.push_back(x * k); return r; }", "f" },
        { "cpp", "class Solution { public: std::vector<int> f(std::vector<int>& v, int k) { for (int& x : v) x *= k; return v; } };", "Solution.f" },
        { "csharp", "public class Solution { public int[] F(int[] v, int k) => v.Select(x => x * k).ToArray(); }", "Solution.F" },
        { "csx", "private int _calls = 1; public int[] F(int[] v, int k) => v.Select(x => x * k * _calls).ToArray();", "F" },
        { "csx", "class Solution { public int[] F(int[] v, int k) => v.Select(x => x * k).ToArray(); }", "Solution.F" },
        { "csx", "static int _calls; _calls = 1; static int[] F(int[] v, int k) => v.Select(x => x * k * _calls).ToArray();", "F" },
        { "java", "import java.util.*; class Solution { public List<Integer> f(List<Integer> v, int k) { List<Integer> r = new ArrayList<>(); for (int x : v) r.add(x * k); return r; } }", "Solution.f" },
        { "javascript", "var f = function(v, k) { return v.map((x) => x * k); };", "f" },
        { "typescript", "function f(v: number[], k: number): number[] { return v.map((x) => x * k); }", "f" },
        { "go", "func f(v []int, k int) []int { r := []int{}; for _, x := range v { r = append(r, x*k) }; return r }", "f" },
    });

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task A_function_is_called_with_the_types_of_its_signature(string language, string program, string entryPoint)
    {
        Toolchain.Demand(language);

        var right = await fixture.Grade(Toolchain.Call(language, program, entryPoint, ("[[1, 2, 3], 2]", "[2, 4, 6]"), ("[[], 2]", "[]")));
        var wrong = await fixture.Grade(Toolchain.Call(language, program, entryPoint, ("[[1, 2, 3], 2]", "[2, 4, 7]")));

        Assert.True(right.Passed, right.Detail.ToString());
        Assert.True(wrong.Outcome is Outcome.WrongAnswer, wrong.Detail.ToString());
    }

    public static IReadOnlyList<ITheoryDataRow> Reversals => Toolchain.Tested(new TheoryData<string, string, string>
    {
        { "python", "class Solution:\n    def reverse(self, head: 'Optional[ListNode]') -> 'Optional[ListNode]':\n        back = None\n        while head:\n            head.next, back, head = back, head, head.next\n        return back", "Solution.reverse" },
        { "javascript", "/**\n * @param {ListNode} head\n * @return {ListNode}\n */\nvar reverse = function(head) { let back = null; while (head) { const next = head.next; head.next = back; back = head; head = next; } return back; };", "reverse" },
        { "cpp", "struct ListNode { int val; ListNode* next; ListNode(int x) : val(x), next(nullptr) {} };\nclass Solution { public: ListNode* reverse(ListNode* head) { ListNode* back = nullptr; while (head) { auto next = head->next; head->next = back; back = head; head = next; } return back; } };", "Solution.reverse" },
    });

    [Theory]
    [MemberData(nameof(Reversals))]
    public async Task A_linked_list_crosses_as_LeetCode_writes_it(string language, string program, string entryPoint)
    {
        Toolchain.Demand(language);

        var verdict = await fixture.Grade(Toolchain.Call(language, program, entryPoint, ("[[1, 2, 3]]", "[3, 2, 1]")));

        Assert.True(verdict.Passed, verdict.Detail.ToString());
    }

    public static IReadOnlyList<ITheoryDataRow> Texts => Toolchain.Tested(new TheoryData<string, string, string>
    {
        { "python", "def pick(a, b): return max(a, b, key=len)", "assert pick('a', 'bc') == 'bc'" },
        { "java", "class Solution {\n    public String pick(String a, String b) { return a.length() > b.length() ? a : b; }\n}", "public class Main { public static void main(String[] a) { if (new Solution().pick(\"a\", \"bc\") != \"bc\") throw new AssertionError(); } }" },
    });

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_text_that_comes_back_is_the_one_that_was_given(string language, string program, string tests)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root can give the tests a user of their own");

        await UnitEnds.Hold(fixture, language, program, tests, "accepted 1");
        await UnitEnds.Hold(fixture, language, program.Replace("a : b", "b : a", StringComparison.Ordinal).Replace("max", "min", StringComparison.Ordinal), tests, "wrongAnswer 0");
    }

    [Fact]
    public async Task A_script_may_stand_in_a_fence_of_its_language()
    {
        var request = Toolchain.Stdio("csx", "", ("", "3\n")) with { Response = "```csharp\nConsole.WriteLine(1 + 2)\n```" };

        Assert.True((await fixture.Grade(request)).Passed);
        Assert.Equal(Outcome.CompileError, (await fixture.Grade(request with { Language = "csharp" })).Outcome);
    }

    [Fact]
    public async Task A_scripts_methods_are_tested_from_another_process()
    {
        const string Tests = "using Xunit;\npublic class T { [Fact] public void Doubles() { Assert.Equal(4, new Program().Twice(2)); Assert.Equal(0, new Program().Twice(0)); } }";
        var request = Toolchain.Stdio("csx", "int factor = 2;\npublic int Twice(int n) => n * factor;\nTwice(1)") with { Tests = new UnitTests { Code = Tests } };

        var right = await fixture.Grade(request);
        var wrong = await fixture.Grade(request with { Response = request.Response.Replace("= 2", "= 3", StringComparison.Ordinal) });

        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root can give the tests a user of their own");
        Assert.True(right.Passed, right.Detail.ToString());
        Assert.True(wrong.Outcome is Outcome.WrongAnswer, wrong.Detail.ToString());
    }

    [Fact]
    public async Task A_language_that_nobody_knows_is_refused_with_those_that_are()
    {
        var fault = await Assert.ThrowsAsync<NotSupportedException>(() => fixture.Grade(Toolchain.Stdio("cobol", "x", ("", ""))));

        Assert.Contains("python, cpp, c, csharp, java, go, javascript, typescript, rust, bash, csx", fault.Message, StringComparison.Ordinal);
    }
}
