using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Owns the tensors made on its thread while it is the innermost scope, and disposes them with itself.</summary>
public sealed class DisposeScope : IDisposable
{
    private readonly DisposeScopeManager manager;
    private readonly List<IDisposable> owned = [];
    private bool disposed;

    internal DisposeScope(DisposeScopeManager manager, DisposeScope? outer)
    {
        this.manager = manager;
        Outer = outer;
    }

    internal DisposeScope? Outer { get; private set; }

    public int DisposablesCount => owned.Count;
    public IReadOnlyList<IDisposable> DisposablesView => owned;

    public bool Contains(IDisposable disposable) => IndexOf(disposable) >= 0;

    public T MoveToOuter<T>(T disposable) where T : IDisposable => Move(disposable, Outer);
    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable =>
        (MoveToOuter(first), MoveToOuter(second));
    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable =>
        (MoveToOuter(first), MoveToOuter(second), MoveToOuter(third));
    public void MoveToOuter(params IDisposable[] disposables) => MoveToOuter((IEnumerable<IDisposable>)disposables);
    public void MoveToOuter(IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables.ToList()) Move(disposable, Outer);
    }

    public T MoveToOther<T>(DisposeScope? scope, T disposable) where T : IDisposable => Move(disposable, scope);

    public T Detach<T>(T disposable) where T : IDisposable => Move(disposable, null);
    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable =>
        (Detach(first), Detach(second));
    public void Detach(params IDisposable[] disposables) => Detach((IEnumerable<IDisposable>)disposables);
    public void Detach(IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables.ToList()) Move(disposable, null);
    }

    public void Attach(IDisposable disposable)
    {
        if (disposable is Tensor tensor)
        {
            if (tensor.OwningDisposeScope == this) return;
            tensor.OwningDisposeScope?.Remove(tensor);
        }
        else if (Contains(disposable)) return;
        Include(disposable);
    }

    public void Attach(params IDisposable[] disposables)
    {
        foreach (var disposable in disposables) Attach(disposable);
    }

    public void DisposeEverything() => DisposeEverythingBut([]);
    public T DisposeEverythingBut<T>(T keep) where T : IDisposable
    {
        DisposeEverythingBut([keep]);
        return keep;
    }
    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var keep = inKeep.ToHashSet<IDisposable>(ReferenceEqualityComparer.Instance);
        var all = owned.ToArray();
        owned.Clear();
        foreach (var disposable in all)
        {
            if (disposable is Tensor tensor) tensor.OwningDisposeScope = null;
            if (keep.Contains(disposable)) Include(disposable);
            else disposable.Dispose();
        }
    }

    public void MarkAsDisposed(IDisposable disposable)
    {
        Remove(disposable);
        if (disposable is Tensor tensor) tensor.OwningDisposeScope = null;
    }

    public void Dispose()
    {
        if (disposed) return;
        disposed = true;
        DisposeEverything();
        manager.Pop(this);
    }

    /// <summary>The scope that takes over what an inner scope lets go, skipping those already gone.</summary>
    internal void Unlink(DisposeScope gone)
    {
        if (Outer == gone) Outer = gone.Outer;
    }

    internal void Include(IDisposable disposable)
    {
        if (disposable is Tensor tensor)
        {
            tensor.OwningDisposeScope = this;
            tensor.ScopeSlot = owned.Count;
        }
        owned.Add(disposable);
    }

    private T Move<T>(T disposable, DisposeScope? target) where T : IDisposable
    {
        if (Remove(disposable))
        {
            if (disposable is Tensor tensor) tensor.OwningDisposeScope = null;
            target?.Include(disposable);
        }
        return disposable;
    }

    /// <summary>A tensor knows its slot; the last one takes its place, so that removal costs the same in any scope.</summary>
    private bool Remove(IDisposable disposable)
    {
        var slot = IndexOf(disposable);
        if (slot < 0) return false;
        var last = owned[^1];
        owned[slot] = last;
        if (last is Tensor moved) moved.ScopeSlot = slot;
        owned.RemoveAt(owned.Count - 1);
        return true;
    }

    private int IndexOf(IDisposable disposable) => disposable is Tensor tensor
        ? tensor.OwningDisposeScope == this ? tensor.ScopeSlot : -1
        : owned.FindIndex(other => ReferenceEquals(other, disposable));
}
