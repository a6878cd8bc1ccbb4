using Judges;
using Judges.Hosting;

namespace Hosting.Tests.Grading;

public class LineGradingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task Verdicts_come_in_the_order_of_the_lines_however_long_each_takes(int parallelism)
    {
        const int seed = 5;
        var random = new Random(seed);
        var yields = Enumerable.Range(0, 300).Select(_ => random.Next(50)).ToArray();

        var lines = await Grade(Requests(300), parallelism, async request =>
        {
            for (var i = yields[int.Parse(request.Id!)]; i > 0; i--)
                await Task.Yield();
            return FakeJudge.Compare(request) with { Id = request.Id };
        });

        Assert.Equal(Enumerable.Range(1, 300).Select(number => (long)number), lines.Select(line => line.Number));
        Assert.All(lines, line => Assert.Contains($"\"id\":\"{line.Number - 1}\"", line.Json, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task No_more_are_judged_or_held_at_a_time_than_asked_for(int parallelism)
    {
        var (judged, most, read, taken, furthest) = (0, 0, 0, 0, 0);

        await foreach (var _ in LineGrading.Grade(
            Counted(), JudgesJson.Default.GradeRequest, async (request, _) =>
            {
                var now = Interlocked.Increment(ref judged);
                InterlockedMax(ref most, now);
                for (var i = 0; i < 20; i++)
                    await Task.Yield();
                Interlocked.Decrement(ref judged);
                return FakeJudge.Compare((GradeMath)request);
            }, parallelism, Token))
        {
            Interlocked.Increment(ref taken);
            await Task.Yield();
        }

        Assert.InRange(most, 1, parallelism);
        // One line may have been read that waits for its turn, and one verdict may be on its way to the reader.
        Assert.InRange(furthest, 1, parallelism + 2);

        async IAsyncEnumerable<string> Counted()
        {
            await foreach (var line in Requests(500))
            {
                InterlockedMax(ref furthest, Interlocked.Increment(ref read) - Volatile.Read(ref taken));
                yield return line;
            }
        }
    }

    [Fact]
    public async Task A_line_that_is_no_request_gets_an_error_and_the_rest_is_judged()
    {
        var lines = await Grade(Lines("""{"judge":"math","response":"5","answer":"5"}""", "", "{oops", """{"judge":"math","response":"5","answer":"6"}"""), 2, null);

        Assert.Equal([1, 3, 4], lines.Select(line => line.Number));
        Assert.Equal([Outcome.Accepted, null, Outcome.WrongAnswer], lines.Select(line => line.Outcome));
        Assert.Equal([true, false, true], lines.Select(line => line.Readable));
        Assert.StartsWith("""{"error":"line 3 was not judged: """, lines[1].Json, StringComparison.Ordinal);
        Assert.EndsWith("\"line\":3}", lines[1].Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_judge_that_is_not_hosted_is_an_error_line()
    {
        var lines = await Grade(Requests(1), 1, _ => throw new JudgeNotHostedException("math"));

        Assert.Contains("the math judge is not part of this host", Assert.Single(lines).Json, StringComparison.Ordinal);
        Assert.False(lines[0].Readable);
    }

    [Fact]
    public async Task No_lines_give_no_verdicts() => Assert.Empty(await Grade(Lines(), 4, null));

    [Fact]
    public async Task A_fault_of_the_judge_ends_the_stream() => await Assert.ThrowsAsync<InvalidOperationException>(
        () => Grade(Requests(100), 4, request => request.Id == "7" ? throw new InvalidOperationException() : new(FakeJudge.Compare(request))));

    [Fact]
    public async Task A_fault_of_the_source_ends_the_stream_after_the_lines_before_it()
    {
        var taken = 0;

        await Assert.ThrowsAsync<IOException>(async () =>
        {
            await foreach (var _ in LineGrading.Grade(Broken(), JudgesJson.Default.GradeRequest, Accept, 4, Token))
                taken++;
        });

        Assert.Equal(3, taken);

        static async IAsyncEnumerable<string> Broken()
        {
            await foreach (var line in Requests(3))
                yield return line;
            throw new IOException();
        }
    }

    [Fact]
    public async Task Cancelling_ends_the_stream_and_the_judging()
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var judging = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var reading = Task.Run(async () =>
        {
            await foreach (var _ in LineGrading.Grade(Requests(100), JudgesJson.Default.GradeRequest, Hang, 2, caller.Token))
                Assert.Fail("nothing was judged");
        }, Token);

        await judging.Task.WaitAsync(Token);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        await cancelled.Task.WaitAsync(Token);

        async ValueTask<Verdict> Hang(GradeRequest request, CancellationToken cancellationToken)
        {
            using var registration = cancellationToken.Register(() => cancelled.TrySetResult());
            judging.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return FakeJudge.Give(Outcome.Accepted, 1);
        }
    }

    private static async Task<List<GradedLine>> Grade(IAsyncEnumerable<string> lines, int parallelism, Func<GradeMath, ValueTask<Verdict>>? grade) =>
        await LineGrading.Grade(lines, JudgesJson.Default.GradeMath, (request, token) => grade is null ? Accept(request, token) : grade(request), parallelism, Token)
            .ToListAsync(Token);

    private static ValueTask<Verdict> Accept(GradeRequest request, CancellationToken cancellationToken) => new(FakeJudge.Compare((GradeMath)request));

    private static IAsyncEnumerable<string> Requests(int count) => Lines(
        [.. Enumerable.Range(0, count).Select(i => $$"""{"judge":"math","id":"{{i}}","response":"5","answer":"5"}""")]);

    private static async IAsyncEnumerable<string> Lines(params string[] lines)
    {
        foreach (var line in lines)
        {
            await Task.Yield();
            yield return line;
        }
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
            Interlocked.CompareExchange(ref most, value, seen);
    }
}
