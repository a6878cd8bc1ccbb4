using Judges.Code;

namespace CodeJudge.Tests.Sandboxes;

/// <summary>What a tester that stays keeps of tests.</summary>
public sealed class ReadingsTests
{
    [Fact]
    public async Task The_tests_that_were_met_last_are_kept_as_long_as_there_is_room()
    {
        var answer = await BarePython.Output(SupervisorSource.Part("warm_tester.py") + """

            import json
            read = []
            class Reading:
                def __init__(self, spec, plain_only):
                    if spec == "no":
                        raise ValueError
                    read.append(spec[0])
            readings = _Readings()
            def meet(spec):
                del read[:]
                try:
                    readings.of(json.dumps(spec).encode())
                except ValueError:
                    read.append("refused")
                return read[:]
            third = (_MOST_READ - 100) // 3
            first, second, third, long = ("a" * third, "b" * third, "c" * third, "d" * _MOST_READ)
            print(*[meet(spec) for spec in (first, second, third, first, "no", "no", "x" * 200, first, third, second, long, long, first)])
            """);

        Assert.Equal("['a'] ['b'] ['c'] [] ['refused'] ['refused'] ['x'] [] [] ['b'] ['d'] ['d'] ['a']\n", answer);
    }
}
