namespace Judges.Code;

internal static class Go
{
    public static Language Language { get; } = new()
    {
        Name = "go",
        Aliases = ["golang"],
        Packages = "golang-go",
        FileName = static _ => "main.go",
        Check = ["/usr/bin/gofmt", "-e", "-l", "{file}"],
        // A list of files, not a package: nothing beside it is looked at. No cgo, no modules, no network.
        Build = ["/usr/bin/go", "build", "-o", "program", "{files}"],
        Keep = ["program"],
        Run = ["./program"],
        Environment = new Dictionary<string, string>
        {
            ["GO111MODULE"] = "off",
            ["CGO_ENABLED"] = "0",
            ["GOFLAGS"] = "",
            ["GOPROXY"] = "off",
            ["GOTELEMETRY"] = "off",
            ["GOMAXPROCS"] = "2",
        },
        ExtraProcesses = 16,
        OutOfMemory = "out of memory",
        Harness = new GoHarness(),
    };
}
