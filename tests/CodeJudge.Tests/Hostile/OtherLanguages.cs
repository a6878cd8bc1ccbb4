namespace CodeJudge.Tests.Hostile;

/// <summary>Hostile programs in other languages than Python; the task is n*n + 41, from standard input to standard output.</summary>
internal static class OtherLanguages
{
    public static IReadOnlyList<(string Language, string Name, string Program)> All { get; } =
    [
        // What attacks the compiler, or the machine through it.
        ("c", "include_zero", "#include \"/dev/zero\"\nint main(){}"),
        ("c", "include_passwd", "#include \"/etc/passwd\"\nint main(){}"),
        ("c", "include_the_supervisor", "#include \"/proc/1/cmdline\"\nint main(){}"),
        ("c", "include_oneself", "#include \"main.c\"\n#include \"main.c\"\nint main(){}"),
        ("c", "huge_array_in_the_binary", "char big[3000000000u] = {1};\nint main(){return big[5];}"),
        ("c", "assembler_that_includes_host_files", "__asm__(\".incbin \\\"/etc/shadow\\\"\");\nint main(){}"),
        ("c", "macro_bomb", "#define A x x x x x x x x x x\n#define B A A A A A A A A A A\n#define C B B B B B B B B B B\n#define D C C C C C C C C C C\n#define E D D D D D D D D D D\n#define F E E E E E E E E E E\n#define G F F F F F F F F F F\n#define H G G G G G G G G G G\nint main(){ H }"),
        ("cpp", "template_bomb", "template<int N, int M> struct T { using L = typename T<N-1, 2*M>::X; using R = typename T<N-1, 2*M+1>::X; struct X { L l; R r; }; };\ntemplate<int M> struct T<0, M> { struct X { char c[M+1]; }; };\nint main(){ return sizeof(T<40, 1>::X); }"),
        ("cpp", "constexpr_without_end", "constexpr long f(long n){ long s=0; for(long i=0;i<n;i++) s+=i; return s; }\nstatic_assert(f(1L<<60)!=1);\nint main(){}"),
        ("cpp", "error_flood", "template<int N> struct S { static_assert(N<0, \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"); S<N+1> s; };\nS<0> s;\nint main(){}"),
        ("csharp", "constant_bomb", "const string a = \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"; const string b = a+a+a+a+a+a+a+a+a+a+a+a; const string c = b+b+b+b+b+b+b+b+b+b+b+b; const string d = c+c+c+c+c+c+c+c+c+c+c+c; const string e = d+d+d+d+d+d+d+d+d+d+d+d; const string f = e+e+e+e+e+e+e+e+e+e+e+e; const string g = f+f+f+f+f+f+f+f+f+f+f+f; Console.WriteLine(g.Length);"),
        ("csharp", "nested_too_deeply", "Console.WriteLine(" + new string('(', 100_000) + "1" + new string(')', 100_000) + ");"),
        ("csharp", "load_a_script", "#load \"/etc/passwd\"\nConsole.WriteLine(1);"),
        ("csharp", "refer_to_an_assembly", "#r \"/usr/lib/x.dll\"\nConsole.WriteLine(1);"),
        ("csharp", "lambdas_in_lambdas", "class P { static void M(Func<int,int> f){} static void M(Func<string,string> f){} static void Main(){ " + string.Concat(Enumerable.Repeat("M(x => { ", 14)) + "return x;" + string.Concat(Enumerable.Repeat(" return x; });", 14)) + " } }"),
        ("java", "annotation_processor", "import javax.annotation.processing.*; import java.util.*; import javax.lang.model.element.*;\n@SupportedAnnotationTypes(\"*\") public class Main extends AbstractProcessor { static { System.out.println(0); } public boolean process(Set<? extends TypeElement> a, RoundEnvironment r) { while (true); } public static void main(String[] a) { System.exit(0); } }"),
        ("java", "huge_constants", "public class Main { " + string.Concat(Enumerable.Range(0, 14).Select(i => i == 0 ? "static final String s0 = \"xxxxxxxxxxxxxxxx\"; " : $"static final String s{i} = s{i - 1}+s{i - 1}+s{i - 1}+s{i - 1}+s{i - 1}+s{i - 1}; ")) + "public static void main(String[] a) { System.out.println(s13.length()); } }"),
        ("go", "embed_host_files", "package main\nimport (_ \"embed\"; \"fmt\")\n//go:embed /etc/passwd\nvar s string\nfunc main(){ fmt.Println(s) }"),
        ("go", "generate_and_cgo", "package main\n//go:generate touch /tmp/x\n// #include \"/etc/passwd\"\nimport \"C\"\nfunc main(){}"),
        ("rust", "include_host_files", "fn main(){ println!(\"{}\", include_str!(\"/proc/1/environ\")); println!(\"{}\", include_str!(\"/etc/shadow\")); }"),
        ("rust", "macro_bomb", "#![recursion_limit=\"100000000\"]\nmacro_rules! m { ($($t:tt)*) => { m!($($t)* $($t)* x) } }\nfn main(){ m!(x x); }"),
        ("rust", "environment_at_compile_time", "fn main(){ println!(\"{}\", env!(\"JUDGES_SECRET\")); }"),
        ("typescript", "import_the_judge", "import x = require('../../launch');\nimport * as fs from 'fs';\nconsole.log(fs.readFileSync('/etc/shadow','utf8'), x);"),
        // What attacks the run.
        ("c", "exit_before_main", "#include <stdlib.h>\n__attribute__((constructor)) void f(){ exit(0); }\nint main(){}"),
        ("cpp", "exit_in_a_static_object", "#include <cstdlib>\nstruct S { S(){ std::exit(0); } } s;\nint main(){}"),
        ("c", "fork_bomb", "#include <unistd.h>\nint main(){ for(;;) fork(); }"),
        ("c", "bottomless_stack", "int f(int n){ volatile char x[4096]; x[0]=n; return f(n+1)+x[0]; }\nint main(){ return f(0); }"),
        ("c", "memory_bomb", "#include <stdlib.h>\n#include <string.h>\nint main(){ for(;;) memset(malloc(1<<20),1,1<<20); }"),
        ("c", "write_every_descriptor", "#include <unistd.h>\nint main(){ for(int i=3;i<300;i++) write(i,\"IPR941T[null]\",13); }"),
        ("c", "trace_the_supervisor", "#include <sys/ptrace.h>\n#include <stdio.h>\nint main(){ if(ptrace(PTRACE_ATTACH,1,0,0)==0) puts(\"941\"); }"),
        ("c", "raw_32_bit_call", "int main(){ __asm__ volatile(\"int $0x80\"::\"a\"(1),\"b\"(0)); }"),
        ("bash", "print_the_answers", "cat /proc/*/cmdline /proc/*/environ 2>/dev/null | grep -a -o 941 | head -1; ls -R / 2>/dev/null | grep -a expected"),
        ("bash", "fork_bomb", ":(){ :|:& };:\nwait"),
        ("bash", "survivor", "(setsid sleep 1000 &) ; (trap '' TERM HUP; while :; do sleep 1; done) >/dev/null 2>&1 &\necho 0"),
        ("bash", "endless_output", "yes 941"),
        ("bash", "leave_odd_files", "mkfifo /tmp/x; mkdir -p /tmp/a/b/c; ln -s /etc/passwd /tmp/work/out; chmod 000 /tmp/a; echo 0"),
        ("java", "system_exit", "public class Main { static { System.exit(0); } public static void main(String[] a) { } }"),
        ("java", "runtime_halt", "public class Main { public static void main(String[] a) { Runtime.getRuntime().halt(0); } }"),
        ("java", "threads_without_end", "public class Main { public static void main(String[] a) { for (;;) new Thread(() -> { while (true); }).start(); } }"),
        ("javascript", "process_exit", "process.exit(0);"),
        ("javascript", "kill_the_parent", "try { process.kill(process.ppid, 'SIGKILL'); process.kill(1, 'SIGKILL'); } catch (e) {}"),
        ("javascript", "spawn_without_end", "const { spawn } = require('child_process'); for (;;) spawn('/usr/bin/sleep', ['100']).on('error', () => {});"),
        ("go", "exit_in_init", "package main\nimport \"os\"\nfunc init(){ os.Exit(0) }\nfunc main(){}"),
        ("rust", "process_exit", "fn main(){ std::process::exit(0); }"),
        ("csharp", "environment_exit", "Environment.Exit(0);"),
        ("csharp", "read_the_host", "Console.WriteLine(File.ReadAllText(\"/etc/shadow\"));"),
        ("csharp", "memory_bomb", "var all = new List<byte[]>(); while (true) { var b = new byte[1 << 20]; Array.Fill(b, (byte)1); all.Add(b); }"),
    ];
}
