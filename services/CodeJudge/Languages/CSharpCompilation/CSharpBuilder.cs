using System.Runtime.InteropServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Judges.Code;

/// <summary>
/// Compiles C# here, and scripts (<c>.csx</c>). No analyzers and no generators are loaded; <c>#r</c> and <c>#load</c> are refused, and nothing could
/// follow them. A script becomes a program whose <c>Main</c> runs it: Roslyn's scripting package would add only what runs scripts in this process.
/// </summary>
internal static class CSharpBuilder
{
    private static readonly TimeSpan _mostProcessorTime = TimeSpan.FromSeconds(30);
    private static readonly CSharpParseOptions _parse = new(LanguageVersion.Latest, DocumentationMode.None);
    private static readonly CSharpParseOptions _parseScript = _parse.WithKind(SourceCodeKind.Script);
    private static readonly string[] _namespaces =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Text", "System.Threading", "System.Threading.Tasks"];
    private static readonly Lazy<IReadOnlyList<MetadataReference>> _framework = new(Framework);
    private static readonly Lazy<byte[]> _harness = new(Harness);
    private static readonly Lazy<SyntaxTree> _usings = new(static () => Tree(string.Concat(_namespaces.Select(static name => $"global using {name};"))));

    // One at a time per core: what a hostile program makes the compiler do must leave room for others.
    private static readonly SemaphoreSlim _places = new(Math.Max(1, Environment.ProcessorCount));

    public static async Task<Build> Build(Sources sources, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var done = new TaskCompletionSource<Build>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            var thread = new CompilerThread(() => Compile(sources, done, stop.Token));
            while (true)
            {
                try
                {
                    return await done.Task.WaitAsync(TimeSpan.FromSeconds(1), cancellationToken);
                }
                catch (TimeoutException) when (thread.Used() < _mostProcessorTime)
                {
                    // Still within its time.
                }
            }
        }
        catch (TimeoutException)
        {
            await stop.CancelAsync();
            return new Build.Failed(Stage.Parses, "the compiler was stopped: it used more processor time than it was given");
        }
        finally
        {
            _places.Release();
        }
    }

    private static void Compile(Sources sources, TaskCompletionSource<Build> done, CancellationToken cancellationToken)
    {
        try
        {
            done.SetResult(Compile(sources, cancellationToken));
        }
        catch (OperationCanceledException)
        {
            done.TrySetCanceled(CancellationToken.None);
        }
        // Whatever the compiler throws at a source, it is the source that it throws at.
        catch (Exception fault)
        {
            done.SetResult(new Build.Failed(Stage.Parses, $"the compiler gave up: {fault.GetType().Name}"));
        }
    }

    private static Build Compile(Sources sources, CancellationToken cancellationToken)
    {
        var source = Encoding.UTF8.GetString(sources.Files.First(file => file.Name == sources.Main).Content.Span);
        if (SourceGuard.Refuses(source) is { } reason)
            return new Build.Failed(Stage.Extracted, reason);
        var isScript = sources.Main.EndsWith(".csx", StringComparison.Ordinal);
        var tree = CSharpSyntaxTree.ParseText(source, isScript ? _parseScript : _parse, cancellationToken: cancellationToken);
        if (FirstError(tree.GetDiagnostics(cancellationToken)) is { } parse)
            return new Build.Failed(Stage.Extracted, parse);
        var root = (CompilationUnitSyntax)tree.GetRoot(cancellationToken);
        if (root.GetReferenceDirectives().Count + root.GetLoadDirectives().Count > 0)
            return new Build.Failed(Stage.Extracted, "`#r` and `#load` are refused: a script is one file, and has the .NET library");
        if (SourceGuard.Refuses(root) is { } constants)
            return new Build.Failed(Stage.Parses, constants);
        // A harness starts by itself and loads the program, which then needs no beginning of its own.
        var isLoaded = sources.Files.Any(static file => file.Name == "mode.json");
        var starts = isScript || root.Members.Any(static member => member is GlobalStatementSyntax)
            || root.DescendantNodes().OfType<MethodDeclarationSyntax>().Any(static method => method.Identifier.Text == "Main" && method.Modifiers.Any(SyntaxKind.StaticKeyword));
        var kind = isLoaded && !starts ? OutputKind.DynamicallyLinkedLibrary : OutputKind.ConsoleApplication;
        var compilation = CSharpCompilation.Create(
            "program", isScript ? [tree] : [tree, _usings.Value], [.. _framework.Value, MetadataReference.CreateFromImage(_harness.Value)],
            new CSharpCompilationOptions(
                kind, scriptClassName: "Program", usings: isScript ? _namespaces : [], optimizationLevel: OptimizationLevel.Release, allowUnsafe: true,
                concurrentBuild: false, warningLevel: 0));
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly, cancellationToken: cancellationToken);
        if (!result.Success)
            return new Build.Failed(Stage.Parses, FirstError(result.Diagnostics) ?? "it does not compile");
        BoxFile program = new("program.dll", assembly.ToArray()), harness = new("harness.dll", _harness.Value);
        return new Build.Done(
        [
            isLoaded ? harness : program, isLoaded ? program : harness,
            new BoxFile("runtimeconfig.json", Encoding.UTF8.GetBytes(
                $$"""{"runtimeOptions":{"framework":{"name":"Microsoft.NETCore.App","version":"{{Environment.Version}}"} } }""")),
            .. sources.Files.Where(file => file.Name != sources.Main),
        ]);
    }

    private static string? FirstError(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.FirstOrDefault(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error
            ? $"{error.Id} (line {error.Location.GetLineSpan().StartLinePosition.Line + 1}): {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}"
            : null;

    private static SyntaxTree Tree(string source) => CSharpSyntaxTree.ParseText(source, _parse);

    private static byte[] Harness()
    {
        using var assembly = new MemoryStream();
        var result = CSharpCompilation.Create(
            "harness", [Tree(Resource.Text("Codec.cs")), Tree(Resource.Text("Judge.cs")), Tree(Resource.Text("Frameworks.cs"))], _framework.Value,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, optimizationLevel: OptimizationLevel.Release, warningLevel: 0)).Emit(assembly);
        return result.Success ? assembly.ToArray() : throw new InvalidOperationException($"the C# harness does not compile: {FirstError(result.Diagnostics)}");
    }

    private static List<MetadataReference> Framework() =>
    [
        .. Directory.EnumerateFiles(RuntimeEnvironment.GetRuntimeDirectory(), "*.dll")
            .Where(static path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal)
                || name is "mscorlib.dll" or "netstandard.dll" or "Microsoft.CSharp.dll" or "Microsoft.Win32.Primitives.dll" or "System.dll"))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];
}
