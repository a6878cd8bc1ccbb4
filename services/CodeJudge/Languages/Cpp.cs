namespace Judges.Code;

internal static class Cpp
{
    // C has the same, and so the same boxes: its unit tests' harness is a C++ program.
    private const string AllPackages = "g++ libboost-dev libssl-dev";

    public static Language Language { get; } = new()
    {
        Name = "cpp",
        Aliases = ["c++", "cxx", "cc", "c++17", "c++20"],
        Packages = AllPackages,
        FileName = static _ => "main.cpp",
        Check = ["/usr/bin/g++", "-std=gnu++20", "-fsyntax-only", "-w", "-I.", "{file}"],
        Build = ["/usr/bin/g++", "-std=gnu++20", "-O2", "-w", "-I.", "-o", "program", "{file}", "-lm", "{libraries}"],
        Keep = ["program"],
        Run = ["./program"],
        Libraries = new Dictionary<string, string> { ["<openssl/"] = "-lcrypto" },
        OutOfMemory = "std::bad_alloc",
        Harness = new CppHarness(),
    };

    public static Language C { get; } = new()
    {
        Name = "c",
        Packages = AllPackages,
        FileName = static _ => "main.c",
        Check = ["/usr/bin/gcc", "-std=gnu17", "-fsyntax-only", "-w", "{file}"],
        Build = ["/usr/bin/gcc", "-std=gnu17", "-O2", "-w", "-o", "program", "{file}", "-lm"],
        Keep = ["program"],
        Run = ["./program"],
        Harness = new CHarness(),
    };
}
