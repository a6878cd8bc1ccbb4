using System.Globalization;
using System.Runtime.InteropServices;

namespace Judges.Code;

/// <summary>
/// A thread for one compilation, with a stack of its own size, held to processor time: on a busy host a compilation that waits for its turn
/// is not one that takes long.
/// </summary>
internal sealed partial class CompilerThread
{
    // The compiler recurses as deeply as the source is nested.
    private const int StackBytes = 64 << 20;

    private int _id;

    public CompilerThread(Action work) => new Thread(() =>
    {
        Volatile.Write(ref _id, ThreadId());
        work();
    }, StackBytes)
    { IsBackground = true, Name = "C# compiler" }.Start();

    /// <summary>Processor time used so far: fields 14 and 15 of proc(5)'s stat, in hundredths of a second; zero once it has ended.</summary>
    public TimeSpan Used()
    {
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/self/task/{Volatile.Read(ref _id)}/stat"));
            // The name, in parentheses, may hold blanks.
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return TimeSpan.FromSeconds((long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / 100.0);
        }
        catch (IOException)
        {
            return TimeSpan.Zero;
        }
    }

    [LibraryImport("libc", EntryPoint = "gettid")]
    private static partial int ThreadId();
}
