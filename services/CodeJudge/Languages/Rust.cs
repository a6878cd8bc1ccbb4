namespace Judges.Code;

internal static class Rust
{
    public static Language Language { get; } = new()
    {
        Name = "rust",
        Aliases = ["rs"],
        Packages = "rustc",
        FileName = static _ => "main.rs",
        // The stable compiler has no switch that stops after the parser; the one of the nightly does, and this variable lets it be used.
        Check = ["/usr/bin/env", "RUSTC_BOOTSTRAP=1", "/usr/bin/rustc", "--edition", "2021", "-Zparse-only", "{file}"],
        Build = ["/usr/bin/rustc", "--edition", "2021", "-O", "-o", "program", "{file}"],
        Keep = ["program"],
        Run = ["./program"],
        Harness = new RustHarness(),
    };
}
