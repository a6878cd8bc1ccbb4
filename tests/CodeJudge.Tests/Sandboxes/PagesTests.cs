using System.Text.Json;
using Judges.Code;

namespace CodeJudge.Tests.Sandboxes;

/// <summary>Process 1 moves its interpreter's memory before it loads anything: it must be the same memory after.</summary>
public sealed class PagesTests
{
    [Fact]
    public async Task The_interpreter_is_the_same_after_its_code_was_moved()
    {
        var answer = await Answer("""
            where = _code_range()
            def read():
                with open("/proc/self/maps") as file:
                    access = {line.split()[1] for line in file if where[0] <= int(line.split("-")[0], 16) < where[1]}
                return hash(ctypes.string_at(where[0], where[1] - where[0])), access
            first = read()
            """, """
            import json, random, re
            now = read()
            works = re.sub("a+", "b", "caat"), sorted(random.Random(1).sample(range(9), 3)), eval("1 + 2 ** 70")
            print(json.dumps({"same": now[0] == first[0], "writable": any("w" in access for access in now[1]), "works": str(works)}))
            """);

        Assert.True(answer.GetProperty("same").GetBoolean());
        Assert.False(answer.GetProperty("writable").GetBoolean());
        Assert.Equal("('cbt', [1, 2, 8], 1180591620717411303425)", answer.GetProperty("works").GetString());
    }

    [Theory]
    [InlineData("True")]
    [InlineData("False")]
    public async Task New_objects_lie_together_and_a_forked_process_has_its_own(string atOnce)
    {
        var answer = await Answer("", $$"""
            import json
            objects._copies_at_once = {{atOnce}}
            values = [float(number) for number in range(50000)]
            inside = sum(0 <= id(value) - objects._start < objects._SIZE for value in values)
            ours, theirs = os.pipe()
            if os.fork() == 0:
                objects.own()
                total = sum(values)
                for index in range(len(values)):
                    values[index] += 1
                os.write(theirs, json.dumps([total, sum(values)]).encode())
                os._exit(0)
            os.wait()
            print(json.dumps({"inside": inside / len(values), "child": json.loads(os.read(ours, 100)), "here": sum(values)}))
            """);

        Assert.True(answer.GetProperty("inside").GetDouble() > 0.9);
        Assert.Equal([1249975000, 1250025000], answer.GetProperty("child").EnumerateArray().Select(static sum => sum.GetDouble()));
        Assert.Equal(1249975000, answer.GetProperty("here").GetDouble());
    }

    private static async Task<JsonElement> Answer(string before, string after)
    {
        // Everything but its last two lines only defines.
        var part = SupervisorSource.Part("pages.py");
        int acts = part.IndexOf("\n_put_text_on_huge_pages()", StringComparison.Ordinal);
        return JsonDocument.Parse(await BarePython.Output($"{part[..acts]}\n{before}\n{part[acts..]}\n{after}")).RootElement;
    }
}
