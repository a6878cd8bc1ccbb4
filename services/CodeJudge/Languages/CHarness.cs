using System.Text;
using System.Text.RegularExpressions;

namespace Judges.Code;

/// <summary>
/// C's unit tests: submission and tests are compiled as C, each with a C++ file that is generated from the functions' heads; the one answers
/// calls, the other asks for them.
/// </summary>
internal sealed partial class CHarness : IHarness
{
    private const string Headers = "#include <stdbool.h>\n#include <stddef.h>\n#include <stdint.h>\n";

    private static readonly string[] _build =
        ["/usr/bin/g++", "-O2", "-w", "-I.", "-o", "program", "-x", "c", "{file}", "-x", "c++", "judge_main.cpp", "-lm"];

    [GeneratedRegex(@"^(?<type>[A-Za-z_][\w* ]*?[\s*])(?<name>[A-Za-z_]\w*)\s*\((?<parameters>[^(){};]*)\)\s*\{", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Head { get; }

    public Sources ForCall(string program, string entryPoint) => throw new NotSupportedException("`call` tests are not run in c; `stdio` and `unit` tests are");

    public (Sources Subject, Sources Tester) ForTests(string program, string? prefix, UnitTests tests)
    {
        var open = prefix is null ? null : Head.Matches(prefix).LastOrDefault();
        var functions = open is not null ? [.. new[] { Function.Of(open) }.OfType<Function>()] : Used(program, tests);
        if (functions.Count == 0)
            throw new TestsUnusableException("the tests call no function of the program whose parameters are numbers, texts, or numbers and how many: "
                + "nothing else can be given to a process of its own");
        var before = open is null ? "" : prefix![..open.Index];
        var table = string.Join(", ", functions.Select(static one => $"{{\"{one.Name}\", judge::wrap(&judge_{one.Name})}}"));
        var serve = $"{string.Concat(functions.Select(static one => one.Declaration + one.Answer))}int main() {{ return judge::serve({{{table}}}); }}\n";
        var ask = string.Concat(functions.Select(static one => one.Stub));
        var prototypes = string.Concat(functions.Select(static one => one.Prototype));
        var declarations = string.Concat(functions.Select(static one => one.Declaration));
        return (Files($"#define main submission_main\n#line 1\n{program}\n", Bridge("", serve)),
            Files($"{Headers}{prototypes}{before}\n#include \"assert.h\"\n#line 1\n{tests.Code}\n", Bridge("#include \"judge_c.hpp\"\n", $"{declarations}}}\n{CppHarness.Start(tests)}{ask}extern \"C\" {{\n")));
    }

    // The heads come from the submission, and go into the tests' program: only what is surely a type may, and no name of the tests' own.
    private static List<Function> Used(string program, UnitTests tests) =>
    [
        .. Head.Matches(program).Select(Function.Of).OfType<Function>()
            .Where(one => (tests.EntryPoint is null || tests.EntryPoint == one.Name) && !_taken.Contains(one.Name)
                && Regex.IsMatch(tests.Code, $@"\b{one.Name}\s*\(", RegexOptions.None, TimeSpan.FromSeconds(1))
                && !Head.Matches(tests.Code).Any(own => own.Groups["name"].Value == one.Name))
            .DistinctBy(static one => one.Name),
    ];

    // What a test may call in the belief that it is the C library's.
    private static readonly HashSet<string> _taken = new(StringComparer.Ordinal)
    {
        "main", "if", "for", "while", "switch", "return", "sizeof", "assert", "printf", "puts", "putchar", "exit", "abort", "malloc", "calloc", "realloc", "free",
        "strlen", "strcmp", "strncmp", "strcpy", "strncpy", "strcat", "strdup", "memcmp", "memcpy", "memset", "abs", "labs", "fabs", "fabsf", "sqrt", "pow", "floor", "ceil", "atoi", "signal", "setjmp", "longjmp",
    };

    private static string Bridge(string include, string code) => $"#include \"judge.hpp\"\n{include}{Headers}extern \"C\" {{\n{code}}}\n";

    private static Sources Files(string code, string bridge)
    {
        // Names of C's only.
        bridge = bridge.Replace("_Bool", "bool", StringComparison.Ordinal);
        return new Sources("main.c",
            [
                new BoxFile("main.c", Encoding.UTF8.GetBytes(code)), new BoxFile("judge_main.cpp", Encoding.UTF8.GetBytes(bridge)), Resource.File("judge.hpp"),
                Resource.File("assert_c.h", "assert.h"), Resource.File("judge_c.hpp"),
            ], _build);
    }

    private sealed record Function(string Name, string Type, IReadOnlyList<CParameter> Parameters)
    {
        public static Function? Of(Match head)
        {
            var type = head.Groups["type"].Value.Trim();
            var bare = type.Replace("const", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
            return CParameter.All(head.Groups["parameters"].Value) is { } parameters && (bare is "void" or "char*" || CParameter.Number.IsMatch(type))
                ? new Function(head.Groups["name"].Value, type, parameters) : null;
        }

        private bool IsText => Type.Contains('*', StringComparison.Ordinal);

        public string Prototype => $"{Type} {Name}({Typed});\n";

        /// <summary>The same in C++, where the name may be a word of the language or of its library.</summary>
        public string Declaration => $"{Type} c_{Name}({Typed}) __asm__(\"{Name}\");\n";

        private string Typed => Parameters.Count == 0 ? "void" : Each(static (one, index) => $"{one.Type} p{index}");

        /// <summary>What answers a call.</summary>
        public string Answer
        {
            get
            {
                var crossing = Each(static (one, index) => one.Passing switch
                {
                    CPassing.Text => $"std::string& p{index}",
                    CPassing.Array => $"std::vector<{one.Item}>& p{index}",
                    CPassing.Reference => $"{one.Item}& p{index}",
                    _ => $"{one.Type} p{index}",
                });
                var given = Each(static (one, index) => one.Passing switch
                {
                    CPassing.Text or CPassing.Array => $"p{index}.data()",
                    CPassing.Reference => $"&p{index}",
                    _ => $"p{index}",
                });
                var result = Type == "void" ? "" : IsText ? "const char* result = " : $"{Type} result = ";
                var end = Type == "void" ? "" : IsText ? "if (!result) throw std::runtime_error(\"a null pointer\"); return result;" : "return result;";
                var cut = string.Concat(Texts.Select(static index => $"p{index} = std::string(p{index}.c_str()); "));
                return $"}}\nstatic {(IsText ? "std::string" : Type)} judge_{Name}({crossing}) {{ {result}c_{Name}({given}); {cut}{end} }}\nextern \"C\" {{\n";
            }
        }

        /// <summary>What asks for one.</summary>
        public string Stub
        {
            get
            {
                var taken = string.Concat(Parameters.Select(static (one, index) => one.Passing switch
                {
                    CPassing.Text => $"std::string a{index} = judge::text(p{index}); ",
                    CPassing.Array => $"auto a{index} = judge::items<{one.Item}>(p{index}, p{index + 1}); ",
                    CPassing.Reference => $"auto a{index} = judge::items<{one.Item}>(p{index}, 1).front(); ",
                    _ => $"auto a{index} = p{index}; ",
                }));
                var arguments = string.Concat(Parameters.Select(static (_, index) => $", a{index}"));
                var back = string.Concat(Parameters.Select(static (one, index) => one.Type.Contains("const", StringComparison.Ordinal) ? "" : one.Passing switch
                {
                    CPassing.Text => $"judge::put_back(p{index}, a{index}); ",
                    CPassing.Array => $"judge::put_back(p{index}, p{index + 1}, a{index}); ",
                    CPassing.Reference => $"*p{index} = a{index}; ",
                    _ => "",
                }));
                var result = Type == "void" ? "" : IsText ? "return strdup(judge::read<std::string>(reply.json).c_str());" : $"return judge::read<{Type.Replace("const", "", StringComparison.Ordinal).Trim()}>(reply.json);";
                return $"extern \"C\" {Type} c_{Name}({Typed}) {{ {taken}try {{ auto reply = judge::ask(\"{Name}\"{arguments}); {back}{result} }} "
                    + $"catch (...) {{ judge::gone = true; }}{(Type == "void" ? "" : " return {};")} }}\n";
            }
        }

        private IEnumerable<int> Texts => Parameters.Index().Where(static one => one.Item.Passing is CPassing.Text).Select(static one => one.Index);

        private string Each(Func<CParameter, int, string> write) => string.Join(", ", Parameters.Select(write));
    }
}
