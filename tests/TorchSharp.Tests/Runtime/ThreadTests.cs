using System.Runtime.InteropServices;
using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Runtime;

public sealed class ThreadTests
{
    [Fact]
    public void Threads_work_side_by_side_each_with_its_own_modes_and_errors()
    {
        using var shared = arange(64, dtype: float32).reshape(8, 8);
        var failures = new System.Collections.Concurrent.ConcurrentQueue<Exception>();
        Thread[] threads = [.. Enumerable.Range(0, 4).Select(number => new Thread(() => Work(number)))];
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        Assert.Empty(failures);

        void Work(int number)
        {
            try
            {
                for (var i = 0; i < 50; i++)
                {
                    using var scope = NewDisposeScope();
                    using var mode = set_grad_enabled(number % 2 == 0);
                    var x = shared.clone().requires_grad_();
                    var loss = (x * number).matmul(x.t()).sum();
                    Assert.Equal(number % 2 == 0, loss.requires_grad);
                    if (loss.requires_grad) loss.backward();
                    var error = Assert.Throws<TorchException>(() => x.reshape(number + 100));
                    Assert.Contains($"[{number + 100}]", error.Message, StringComparison.Ordinal);
                }
            }
            catch (Exception failure)
            {
                failures.Enqueue(failure);
            }
        }
    }

    [Fact]
    public void The_number_of_threads_is_set()
    {
        var before = get_num_threads();
        set_num_threads(1);
        Assert.Equal(1, get_num_threads());
        set_num_threads(before);
    }

    // Debian's libtorch multiplies matrices with OpenBLAS, whose threads are its own.
    [Fact]
    public void The_matrix_library_takes_no_more_threads_than_were_set()
    {
        var before = get_num_threads(); // loads libtorch, if nothing has yet
        // PyTorch's own wheels bring MKL, which heeds what libtorch sets, and OpenBLAS may lie there unused.
        Assert.SkipUnless(File.ReadAllText("/proc/self/maps").Contains("openblas", StringComparison.Ordinal), "this libtorch does not use OpenBLAS");
        set_num_threads(1);
        if (NativeLibrary.TryLoad("libopenblas.so.0", out var library) && NativeLibrary.TryGetExport(library, "openblas_get_num_threads", out var address))
            Assert.Equal(1, Marshal.GetDelegateForFunctionPointer<Count>(address)());
        set_num_threads(before);
    }

    private delegate int Count();

    [Fact]
    public void The_version_is_known() => Assert.Matches(@"^\d+\.\d+", __version__);
}
