using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;

namespace Judges.LanguageTables;

/// <summary>Fetches packages by name and version through the ordinary clients, once.</summary>
internal sealed class Packages(string folder)
{
    public string Npm(string name, string version)
    {
        var place = Path.Combine(folder, name.Replace('/', '+') + "-" + version);
        if (Directory.Exists(place))
            return Path.Combine(place, "package");
        var fetched = Directory.CreateDirectory(place + ".tmp").FullName;
        Run(fetched, "npm", "pack", "--silent", $"{name}@{version}");
        using (var file = File.OpenRead(Directory.GetFiles(fetched, "*.tgz").Single()))
        using (var tar = new GZipStream(file, CompressionMode.Decompress))
            TarFile.ExtractToDirectory(tar, fetched, overwriteFiles: true);
        Directory.Move(fetched, place);
        return Path.Combine(place, "package");
    }

    /// <summary>Debian serves one version of a package: the one fetched here names itself in the file's name.</summary>
    public string Deb(string name)
    {
        var place = Path.Combine(folder, name);
        if (Directory.Exists(place))
            return place;
        var fetched = Directory.CreateDirectory(place + ".tmp").FullName;
        Run(fetched, "apt-get", "download", name);
        Run(fetched, "dpkg-deb", "-x", Directory.GetFiles(fetched, "*.deb").Single(), ".");
        Directory.Move(fetched, place);
        return place;
    }

    private static void Run(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} does not start");
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}
