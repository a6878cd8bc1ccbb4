using System.Text;
using System.Text.Json;

namespace Judges.Code;

/// <summary>JavaScript and TypeScript: the program is loaded as a script, whose top-level names can then be asked for.</summary>
internal sealed class NodeHarness(bool typed) : IHarness
{
    private string Extension => typed ? "ts" : "js";

    public Sources ForCall(string program, string entryPoint) => Program(program, "call.js", Json(entryPoint));

    public (Sources Subject, Sources Tester) ForTests(string program, string? prefix, UnitTests tests) =>
        (Program(program, "subject.js", "null"), new Sources($"tests.{Extension}", [Launcher("tester.js"), Resource.File("frameworks.js", "frameworks.cjs"), Text($"tests.{Extension}", tests.Code), .. Shared(Json(tests.EntryPoint))]));

    // The first file is what runs; the program is what is checked.
    private Sources Program(string program, string launcher, string configuration) =>
        new($"program.{Extension}", [Launcher(launcher), Text($"program.{Extension}", program), .. Shared(configuration)]);

    private static BoxFile Launcher(string name) => Resource.File(name, "launch.cjs");

    private static string Json(string? text) => JsonSerializer.Serialize(text, CodeJson.Default.String);

    private static BoxFile[] Shared(string configuration) =>
        [Resource.File("codec.js", "codec.cjs"), Resource.File("program.js", "program.cjs"), Text("configuration.json", configuration)];

    private static BoxFile Text(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));
}
