using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>Settings of the tensor library, and of what it rests on, that hold for the whole process.</summary>
public static partial class TorchSettings
{
    // glibc's malloc.h
    private const int TrimThreshold = -1, TopPad = -2, MmapThreshold = -3;

    // The most that glibc takes, half of the largest heap of a thread.
    private const int LargestFromHeap = 32 << 20;

    /// <summary>
    /// How many cores one operator may use. 1 is best for models whose operators take microseconds: on a machine that is busy
    /// otherwise, waking a second thread costs more than fifty times what it saves.
    /// </summary>
    public static void Threads(int count = 1)
    {
        set_num_threads(count);
        KeepMemory();
    }

    /// <summary>
    /// Lets the allocator keep what is freed. A step allocates what the one before let go, and by default memory goes back to the kernel
    /// in between and is fetched anew, page by page: up to a third of a training step on a small model.
    /// </summary>
    private static void KeepMemory()
    {
        if (!OperatingSystem.IsLinux())
            return;

        try
        {
            _ = Mallopt(MmapThreshold, LargestFromHeap);
            _ = Mallopt(TrimThreshold, 1 << 30);
            _ = Mallopt(TopPad, LargestFromHeap);
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            // another C library, with an allocator that has no such settings
        }
    }

    [LibraryImport("libc.so.6", EntryPoint = "mallopt")]
    private static partial int Mallopt(int parameter, int value);
}
