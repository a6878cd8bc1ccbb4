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
}
