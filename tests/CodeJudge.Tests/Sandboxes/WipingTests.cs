using Judges.Code;

namespace CodeJudge.Tests.Sandboxes;

/// <summary>What process 1 takes out of a run's folder.</summary>
public sealed class WipingTests
{
    [Fact]
    public async Task What_was_kept_is_let_go_of_without_a_collector_which_process_1_does_without()
    {
        var answer = await BarePython.Output(SupervisorSource.Part("wiping.py") + """

            import gc, tempfile
            with tempfile.TemporaryDirectory() as folder:
                os.mkdir(folder + "/deep")
                for name in ("main", "deep/part"):
                    with open(f"{folder}/{name}", "wb") as file:
                        file.write(b"x" * 1000)
                gc.collect()
                gc.disable()
                before = len(gc.get_objects())
                for _ in range(100):
                    found = [(name, len(content)) for name, content in kept_files(folder, ["main", "deep", "none"])]
                    kept_files(folder, []), kept_files("/nowhere", ["main"])
                print(found, len(gc.get_objects()) - before < 50)
            """);

        Assert.Equal("[('main', 1000), ('deep/part', 1000)] True\n", answer);
    }
}
