using Judges;

namespace CodeJudge.Tests.Languages;

/// <summary>Main programs with asserts, as HumanEval-X has them for C++, on what has cost right answers.</summary>
public sealed class CppUnitTests(JudgeFixture fixture)
{
    private const string Larger = """
        #include <boost/any.hpp>
        #include <string>
        boost::any larger(boost::any a, boost::any b) {
            if (a.type() == typeid(std::string)) return boost::any_cast<std::string>(a).size() > boost::any_cast<std::string>(b).size() ? a : b;
            if (a.type() == typeid(int) && b.type() == typeid(int) && boost::any_cast<int>(a) == boost::any_cast<int>(b)) return std::string("None");
            double x = a.type() == typeid(int) ? boost::any_cast<int>(a) : boost::any_cast<double>(a), y = b.type() == typeid(int) ? boost::any_cast<int>(b) : boost::any_cast<double>(b);
            return x > y ? a : b;
        }
        """;

    private const string LargerTests = """
        #undef NDEBUG
        #include <cassert>
        #include <string>
        #include <boost/any.hpp>
        int main() {
            assert(boost::any_cast<double>(larger(1, 2.5)) == 2.5);
            assert(boost::any_cast<std::string>(larger(std::string("a"), std::string("bc"))) == "bc");
            assert(boost::any_cast<std::string>(larger(3, 3)) == "None");
        }
        """;

    private const string Length = "#undef NDEBUG\n#include <cassert>\n#include <cstring>\nint main() { assert(strlen(\"\") == 0); assert(strlen(\"abc\") == 3); }";

    // Needs its first element to be 0, and does not write it.
    private const string Fibonacci = "int fib(int n) { int f[1000]; f[1] = 1; for (int i = 2; i <= n; i++) f[i] = f[i - 1] + f[i - 2]; return f[n]; }";

    private const string FibonacciTests = "#undef NDEBUG\n#include <assert.h>\nint main() { assert(fib(2) == 1); assert(fib(8) == 21); }";

    [Theory]
    // What holds anything holds what came back, and not the reply.
    [InlineData(Larger, LargerTests, "accepted 3")]
    [InlineData("#include <boost/any.hpp>\nboost::any larger(boost::any a, boost::any b) { return b; }", LargerTests, "partiallyCorrect 2")]
    // The library's own `strlen` is the better match: these tests ask nothing, and end before the submission has said that it can be run.
    [InlineData("#include <string>\nint strlen(std::string s) { return s.length(); }", Length, "accepted 2")]
    [InlineData("#include <string>\nint strlen(std::string s) { return t.length(); }", Length, "compileError 0")]
    public async Task Tests_end_as_they_would_in_one_process(string program, string tests, string expected)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root can give the tests a user of their own");
        await UnitEnds.Hold(fixture, "cpp", program, tests, expected);
    }

    [Theory]
    [InlineData("c")]
    [InlineData("cpp")]
    public async Task An_element_that_was_never_written_is_no_zero_by_luck(string language)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root can give the tests a user of their own");
        await UnitEnds.Hold(fixture, language, Fibonacci, FibonacciTests, "wrongAnswer 0");
    }

    [Fact]
    public async Task Nor_is_it_where_the_function_is_called_by_cases()
    {
        Toolchain.Demand("cpp");

        var wrong = await Judge(Fibonacci);
        var right = await Judge(Fibonacci.Replace("f[1] = 1;", "f[0] = 0; f[1] = 1;", StringComparison.Ordinal));

        Assert.Equal((Outcome.WrongAnswer, Outcome.Accepted), (wrong.Outcome, right.Outcome));

        Task<Verdict> Judge(string program) => fixture.Grade(Toolchain.Call("cpp", program, "fib", ("[2]", "1"), ("[8]", "21")));
    }
}
