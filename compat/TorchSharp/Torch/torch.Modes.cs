using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.Current.Push();
    public static DisposeScope? CurrentDisposeScope => DisposeScopeManager.Current.Innermost;

    public static IDisposable no_grad() => new GradMode(false);
    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);
    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    public static bool is_grad_enabled()
    {
        Status.Check(NativeMethods.js_grad_mode(out var enabled));
        return enabled != 0;
    }

    public static bool is_inference_mode_enabled()
    {
        Status.Check(NativeMethods.js_inference_mode(out var enabled));
        return enabled != 0;
    }

    /// <summary>Records gradients, or does not, until disposed on the same thread.</summary>
    private sealed class GradMode : IDisposable
    {
        private readonly bool before = is_grad_enabled();

        internal GradMode(bool enabled) => Status.Check(NativeMethods.js_set_grad_mode(enabled ? 1 : 0));

        public void Dispose() => Status.Check(NativeMethods.js_set_grad_mode(before ? 1 : 0));
    }

    /// <summary>Makes tensors that can never take part in a gradient, until disposed on the same thread.</summary>
    private sealed class InferenceMode : IDisposable
    {
        private IntPtr guard;

        internal InferenceMode(bool enabled) => Status.Check(NativeMethods.js_inference_mode_enter(enabled ? 1 : 0, out guard));

        public void Dispose()
        {
            if (guard != IntPtr.Zero) Status.Check(NativeMethods.js_inference_mode_leave(guard));
            guard = IntPtr.Zero;
        }
    }
}
