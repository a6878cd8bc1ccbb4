namespace CodeJudge.Tests.Languages;

/// <summary>Unit tests in C, in a process of their own.</summary>
public sealed class CUnitTests(JudgeFixture fixture)
{
    private const string Sum = "#include <assert.h>\nint main(void) { assert(sum(1, 2) == 3); assert(sum(-1, 1) == 0); }";

    public static IReadOnlyList<ITheoryDataRow> Cases => Toolchain.Tested(new TheoryData<string, string, string, string>
    {
        { "c", "int sum(int a, int b) { return a + b; }", Sum, "accepted 2" },
        { "c", "int sum(int a, int b) { return 3; }", Sum, "partiallyCorrect 1" },
        { "c", "#include <unistd.h>\n__attribute__((constructor)) void f() { write(3, \"T[null,null]\", 12); write(5, \"\\2\\0\\0\\0[]\", 6); _exit(0); }\nint sum(int a, int b) { return 0; }", Sum, "runtimeError 0" },
        { "c", "int delete(int a) { return a; }\nlong remove(int a, int b) { return a - b; }", "#include <assert.h>\nint main() { assert(delete(3) == 3); assert(remove(3, 1) == 2); }", "accepted 2" },
        { "c", "int sum(int a, int b) { return a + b; }", "int main() { return sum(1, 2) == 3 ? 0 : 1; }", "accepted 1" },
        { "c", "int sum(int a, int b) { return a - b; }", "int main() { return sum(1, 2) == 3 ? 0 : 1; }", "wrongAnswer 0" },
        { "c", "int sum(int a, int b) { return a - b; }", "#include <stdlib.h>\nint main() { if (sum(1, 2) != 3) abort(); return 0; }", "wrongAnswer 0" },
        { "c", "#include <stddef.h>\nvoid sort(int v[], size_t len) { for (size_t i = 0; i < len; i++) for (size_t j = i + 1; j < len; j++) if (v[j] < v[i]) { int t = v[i]; v[i] = v[j]; v[j] = t; } }", "#include <assert.h>\nint main() { int v[] = {3, 1, 2}; sort(v, 3); assert(v[0] == 1 && v[1] == 2 && v[2] == 3); }", "accepted 1" },
        { "c", "void reverse(char *s) { int n = 0; while (s[n]) n++; for (int i = 0; i < n / 2; i++) { char c = s[i]; s[i] = s[n - 1 - i]; s[n - 1 - i] = c; } }", "#include <assert.h>\n#include <string.h>\nint main() { char s[] = \"abc\"; reverse(s); assert(!strcmp(s, \"cba\")); }", "accepted 1" },
        { "c", "#include <stdlib.h>\n#include <string.h>\nchar *twice(const char *s) { char *r = malloc(2 * strlen(s) + 1); strcpy(r, s); strcat(r, s); return r; }", "#include <assert.h>\n#include <stdlib.h>\n#include <string.h>\nint main() { char *r = twice(\"a\\xff\"); assert(!strcmp(r, \"a\\xff\" \"a\\xff\")); free(r); }", "accepted 1" },
        { "c", "int sum(int a, int b) { return 0; }\nint strcmp(const char *a, const char *b) { return 0; }", "#include <assert.h>\n#include <string.h>\nint main() { assert(sum(1, 2) == 3); assert(strcmp(\"a\", \"b\")); }", "partiallyCorrect 1" },
        // What cannot cross is refused, and not judged.
        { "c", "#include <string.h>\nvoid add(char *s) { strcat(s, \"x\"); }", "#include <assert.h>\nint main() { char s[9] = \"a\"; add(s); assert(s[1] == 'x'); }", "judgeError" },
        { "c", "struct P { int x; };\nint x(struct P p) { return p.x; }", "int main() { return 0; }", "judgeError" },
        { "c", "int sum(int a, int b) { return 0; }", "#include <assert.h>\nint main() { if (0) sum(1, 2); return 0; }", "judgeError" },
    });

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Tests_end_as_they_do_in_one_process(string language, string program, string tests, string expected) =>
        UnitEnds.Hold(fixture, language, program, tests, expected);
}
