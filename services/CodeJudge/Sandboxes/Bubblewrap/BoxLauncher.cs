using System.Collections.Concurrent;
using System.Diagnostics;

namespace Judges.Code;

/// <summary>
/// Starts boxes from a thread that lives as long as the engine. The kernel's parent-death signal, by which a box dies with us, follows the
/// thread that forked (prctl(2), PR_SET_PDEATHSIG), and threads of the pool come and go.
/// </summary>
internal sealed class BoxLauncher : IDisposable
{
    private readonly BlockingCollection<(ProcessStartInfo Start, TaskCompletionSource<Process> Started)> _queue = [];
    private readonly Thread _thread;

    public BoxLauncher()
    {
        _thread = new Thread(Work) { IsBackground = true, Name = "box launcher" };
        _thread.Start();
    }

    public Task<Process> Start(ProcessStartInfo start)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        _queue.Add((start, started));
        return started.Task;
    }

    public void Dispose()
    {
        _queue.CompleteAdding();
        _thread.Join();
        _queue.Dispose();
    }

    private void Work()
    {
        foreach (var (start, started) in _queue.GetConsumingEnumerable())
        {
            try
            {
                started.SetResult(Process.Start(start)!);
            }
            catch (Exception fault) when (fault is System.ComponentModel.Win32Exception or IOException)
            {
                started.SetException(fault);
            }
        }
    }
}
