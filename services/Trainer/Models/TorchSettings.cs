using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>Settings of the tensor library that hold for the whole process.</summary>
public static class TorchSettings
{
    /// <summary>
    /// How many cores one operator may use. 1 is best for models whose operators take microseconds: on a machine that is busy
    /// otherwise, waking a second thread costs more than fifty times what it saves.
    /// </summary>
    public static void Threads(int count = 1) => set_num_threads(count);
}
