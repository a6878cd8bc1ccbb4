using System.Collections.Concurrent;
using System.Globalization;

namespace Judges.Code;

/// <summary>The control group of one box's runs: memory, processes and CPU time of all their processes together.</summary>
internal sealed class ControlGroup : IDisposable
{
    private const string UnifiedInside = "unified";

    private static readonly ConcurrentDictionary<string, byte> _swept = new();
    private static int _made;

    internal ControlGroup(IReadOnlyList<(string Outside, string Inside)> directories) => Directories = directories;

    /// <summary>The group's directories (one on cgroup v2, three on v1) and their names in the box.</summary>
    public IReadOnlyList<(string Outside, string Inside)> Directories { get; }

    /// <summary>Whether it is a group of cgroup v2.</summary>
    public bool IsUnified => Directories is [(_, UnifiedInside)];

    /// <summary>Makes a group, or null where this host does not let us.</summary>
    public static ControlGroup? TryCreate(int slot, string mount = "/sys/fs/cgroup", string membership = "/proc/self/cgroup")
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"judges-{Environment.ProcessId}-{slot}-{Interlocked.Increment(ref _made)}");
        try
        {
            var own = File.ReadAllLines(membership).Select(static line => line.Split(':', 3)).Where(static parts => parts.Length == 3).ToArray();
            return File.Exists(Path.Combine(mount, "cgroup.controllers"))
                ? Unified(mount, name, own)
                : PerController(mount, name, own);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        foreach (var (outside, _) in Directories)
            Remove(outside);
    }

    private static ControlGroup? PerController(string mount, string name, string[][] own)
    {
        List<(string Outside, string Inside)> made = [];
        foreach (var controller in (string[])["memory", "pids", "cpuacct"])
        {
            var path = own.FirstOrDefault(parts => parts[1].Split(',').Contains(controller))?[2] ?? "/";
            var parent = Path.Join(mount, controller, path);
            // In a container the path is the host's, and the mount shows the container's part only.
            if (!Directory.Exists(parent))
                parent = Path.Join(mount, controller);
            SweepOnce(parent);
            var directory = Path.Join(parent, name);
            if (!Directory.Exists(Path.Join(mount, controller)) || !TryMake(directory, "cgroup.procs"))
            {
                made.ForEach(static group => Remove(group.Outside));
                return null;
            }
            made.Add((directory, controller));
        }
        return new ControlGroup(made);
    }

    private static ControlGroup? Unified(string mount, string name, string[][] own)
    {
        // A group that holds processes cannot hand controllers down (cgroup-v2.rst, "No Internal Process Constraint"), so our own group
        // seldom can; one above it often has.
        var path = own.FirstOrDefault(static parts => parts[0] == "0")?[2].TrimEnd('/') ?? "";
        for (; ; path = path[..path.LastIndexOf('/')])
        {
            var parent = mount + path;
            var directory = Path.Join(parent, name);
            SweepOnce(parent);
            if (Directory.Exists(parent) && (TryMake(directory, "memory.max", "pids.max") || (HandDown(parent) && TryMake(directory, "memory.max", "pids.max"))))
                return new ControlGroup([(directory, UnifiedInside)]);
            if (path.Length == 0)
                return null;
        }
    }

    // A judge that was killed could not remove its groups: the next one does. A group in use cannot be removed.
    private static void SweepOnce(string parent)
    {
        if (!Directory.Exists(parent) || !_swept.TryAdd(parent, 0))
            return;
        foreach (var group in Directory.EnumerateDirectories(parent, "judges-*"))
        {
            var words = Path.GetFileName(group).Split('-');
            if (words.Length == 4 && !Directory.Exists($"/proc/{words[1]}"))
                Remove(group);
        }
    }

    private static bool HandDown(string parent)
    {
        try
        {
            File.WriteAllText(Path.Join(parent, "cgroup.subtree_control"), "+memory +pids");
            return true;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool TryMake(string directory, params string[] needed)
    {
        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return false;
        }
        if (needed.All(file => File.Exists(Path.Join(directory, file))))
            return true;
        Remove(directory);
        return false;
    }

    private static void Remove(string directory)
    {
        // The kernel lets go of a group some moments after its last process.
        for (var attempt = 0; attempt < 50; attempt++)
        {
            try
            {
                Directory.Delete(directory);
                return;
            }
            catch (DirectoryNotFoundException)
            {
                return;
            }
            catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(2);
            }
        }
    }
}
