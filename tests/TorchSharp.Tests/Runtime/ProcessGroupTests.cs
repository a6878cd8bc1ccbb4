using System.Diagnostics;
using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Runtime;

/// <summary>Two processes: this one, and another run of this program that does nothing but the other one's part.</summary>
public sealed class ProcessGroupTests
{
    private const string Meeting = "JUDGES_TEST_MEETING";
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Two_processes_average_their_gradients_to_those_of_the_whole_batch()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable(Meeting) is null, "this process is the other one");
        Assert.SkipUnless(HasGloo(), "this libtorch came without the headers of Gloo");
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var meeting = new Uri(Path.Combine(folder.FullName, "meeting"));
            using var other = Start(meeting);
            var output = other.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

            var (gradients, expected) = Learn(meeting, rank: 0);

            await other.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(other.ExitCode == 0, await output);
            AssertClose(expected, gradients);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Started by the test above, in a process of its own; ./judges test leaves it out.</summary>
    [Fact]
    [Trait("Run", "ByHand")]
    public void The_other_process()
    {
        var meeting = Environment.GetEnvironmentVariable(Meeting);
        Assert.SkipWhen(meeting is null, "runs in a process that the other test starts");
        var (gradients, expected) = Learn(new Uri(meeting), rank: 1);
        AssertClose(expected, gradients);
    }

    [Fact]
    public void Tensors_of_a_GPU_travel_by_NCCL()
    {
        Assert.SkipUnless(cuda.is_available(), "no CUDA device, or a libtorch without CUDA");
        var folder = Directory.CreateTempSubdirectory();
        using (var group = ProcessGroup.Join("nccl", new Uri(Path.Combine(folder.FullName, "meeting")), 0, 1, s_patience))
        {
            var x = ones(3, device: CUDA);
            group.Sum(x);
            group.Broadcast(x);
            group.Average([x]);
            group.Barrier();
            Near.Equal([1, 1, 1], x.cpu());
        }
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Whoever_is_alone_gives_up_with_a_reason()
    {
        Assert.SkipUnless(HasGloo(), "this libtorch came without the headers of Gloo");
        var folder = Directory.CreateTempSubdirectory();
        var error = Assert.Throws<TorchException>(() => ProcessGroup.Join("gloo", new Uri(Path.Combine(folder.FullName, "meeting")), 0, 2, TimeSpan.FromMilliseconds(200), "127.0.0.1"));
        Assert.StartsWith("join gloo as 0 of 2: ", error.Message, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ProcessGroup.Join("gloo", new Uri("file:///x"), 2, 2, s_patience));
        Assert.Throws<ArgumentException>(() => ProcessGroup.Join("gloo", new Uri("http://localhost"), 0, 1, s_patience));
        Assert.Contains("'smoke'", Assert.Throws<TorchException>(() => ProcessGroup.Join("smoke", new Uri("file:///x"), 0, 1, s_patience)).Message, StringComparison.Ordinal);
    }

    private static bool HasGloo()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            ProcessGroup.Join("gloo", new Uri(Path.Combine(folder.FullName, "meeting")), 0, 1, s_patience, "127.0.0.1").Dispose();
            return true;
        }
        catch (TorchException error) when (error.Message.Contains("built without", StringComparison.Ordinal))
        {
            return false;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Each process starts from weights of its own and sees half of the batch.
    private static (double[] Gradients, double[] OfWholeBatch) Learn(Uri meeting, int rank)
    {
        using var group = ProcessGroup.Join("gloo", meeting, rank, 2, s_patience, "127.0.0.1");
        using var scope = NewDisposeScope();
        manual_seed(rank);
        Tensor[] weights = [randn(3, 4).requires_grad_(), randn(4, 1).requires_grad_()];
        using (no_grad())
            foreach (var weight in weights) group.Broadcast(weight);
        var batch = arange(24, dtype: float32).reshape(8, 3) / 24;

        var whole = autograd.grad([Loss(batch, weights)], weights);
        Loss(batch.narrow(0, rank * 4, 4), weights).backward();
        group.Average(weights.Select(static weight => weight.grad!));
        group.Barrier();
        return ([.. weights.SelectMany(static weight => Near.Values(weight.grad!))], [.. whole.SelectMany(Near.Values)]);
    }

    private static Tensor Loss(Tensor batch, Tensor[] weights) => batch.mm(weights[0]).tanh().mm(weights[1]).square().mean();

    private static void AssertClose(double[] expected, double[] actual)
    {
        Assert.Equal(16, actual.Length);
        Assert.All(expected.Zip(actual), static pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    private static Process Start(Uri meeting)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["--no-ansi", "--no-progress", "--filter-method", $"{typeof(ProcessGroupTests).FullName}.{nameof(The_other_process)}"])
        {
            RedirectStandardOutput = true,
            Environment = { [Meeting] = meeting.ToString() },
        };
        return Process.Start(start)!;
    }
}
