using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The stack of dispose scopes of a thread.</summary>
internal sealed class DisposeScopeManager
{
    [ThreadStatic] private static DisposeScopeManager? current;
    private readonly List<DisposeScope> scopes = [];

    internal static DisposeScopeManager Current => current ??= new DisposeScopeManager();

    internal DisposeScope? Innermost { get; private set; }

    internal static void Register(Tensor tensor) => current?.Innermost?.Include(tensor);

    internal DisposeScope Push()
    {
        var scope = new DisposeScope(this, Innermost);
        scopes.Add(scope);
        return Innermost = scope;
    }

    internal void Pop(DisposeScope scope)
    {
        scopes.Remove(scope);
        foreach (var inner in scopes) inner.Unlink(scope);
        Innermost = scopes.Count == 0 ? null : scopes[^1];
    }
}
