using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;

namespace Judges.Hosting;

/// <summary>
/// Judges JSON lines: verdicts come out in the order of the requests while up to <c>parallelism</c> of them are judged at a time.
/// Memory is bounded; a line that is no request gives an error line and the rest is still judged.
/// </summary>
public static class LineGrading
{
    /// <param name="lines">One request per line; blank lines are passed over.</param>
    /// <param name="type">How a line is read.</param>
    /// <param name="grade">The judge.</param>
    /// <param name="parallelism">How many requests are judged at a time.</param>
    public static async IAsyncEnumerable<GradedLine> Grade<TRequest>(
        IAsyncEnumerable<string> lines,
        JsonTypeInfo<TRequest> type,
        Func<TRequest, CancellationToken, ValueTask<Verdict>> grade,
        int parallelism,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TRequest : GradeRequest
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // A line takes a place before it is judged and leaves it when its verdict is taken: that bounds work and memory alike.
        using var places = new SemaphoreSlim(Math.Max(1, parallelism));
        var pending = Channel.CreateUnbounded<Task<GradedLine>>();
        var reading = Read(lines, type, grade, places, pending.Writer, stop.Token);
        try
        {
            await foreach (var judging in pending.Reader.ReadAllAsync(cancellationToken))
            {
                var line = await judging;
                places.Release();
                yield return line;
            }
            await reading;
        }
        finally
        {
            await stop.CancelAsync();
        }
    }

    private static async Task Read<TRequest>(
        IAsyncEnumerable<string> lines,
        JsonTypeInfo<TRequest> type,
        Func<TRequest, CancellationToken, ValueTask<Verdict>> grade,
        SemaphoreSlim places,
        ChannelWriter<Task<GradedLine>> pending,
        CancellationToken cancellationToken)
        where TRequest : GradeRequest
    {
        var number = 0L;
        try
        {
            await foreach (var text in lines.WithCancellation(cancellationToken))
            {
                number++;
                if (string.IsNullOrWhiteSpace(text))
                    continue;
                var line = number;
                await places.WaitAsync(cancellationToken);
                // A judge may be pure computation: each line gets a thread of its own so that all cores are used.
                await pending.WriteAsync(Task.Run(() => GradeLine(line, text, type, grade, cancellationToken), cancellationToken), cancellationToken);
            }
            pending.Complete();
        }
        catch (Exception fault)
        {
            pending.Complete(fault);
        }
    }

    private static async Task<GradedLine> GradeLine<TRequest>(
        long number, string text, JsonTypeInfo<TRequest> type,
        Func<TRequest, CancellationToken, ValueTask<Verdict>> grade, CancellationToken cancellationToken)
        where TRequest : GradeRequest
    {
        if (!RequestReader.TryRead(text, type, out var request, out var reason))
            return Unreadable(number, reason);
        try
        {
            var verdict = await grade(request, cancellationToken);
            return new GradedLine(number, JsonSerializer.Serialize(verdict, JudgesJson.Default.Verdict), Readable: true, verdict.Outcome);
        }
        catch (JudgeNotHostedException missing)
        {
            return Unreadable(number, missing.Message);
        }
    }

    private static GradedLine Unreadable(long number, string reason) => new(
        number,
        JsonSerializer.Serialize(new UnreadableLine($"line {number} was not judged: {reason}", number), HostingJson.Default.UnreadableLine),
        Readable: false,
        Outcome: null);
}

/// <summary>One line of output.</summary>
/// <param name="Number">The input line, from 1.</param>
/// <param name="Json">The verdict, or <see cref="UnreadableLine"/>.</param>
/// <param name="Readable">Whether the input line was a request.</param>
/// <param name="Outcome">The verdict's outcome, or null for an unreadable line.</param>
public readonly record struct GradedLine(long Number, string Json, bool Readable, Outcome? Outcome);

/// <summary>What is written instead of a verdict for a line that is no request.</summary>
public sealed record UnreadableLine(string Error, long Line);
