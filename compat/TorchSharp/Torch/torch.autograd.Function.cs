using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>What functions of one and of several tensors share.</summary>
        public abstract class Function<T>
        {
            public abstract string Name { get; }

            protected internal List<Tensor> apply_internal(params object[] vars)
            {
                var context = new AutogradContext(Name);
                Tensor[] tensors = [.. vars.OfType<Tensor>()];
                bool[] differentiable = [.. vars.Select(static value => value is Tensor)];
                return new FunctionCall(context, () => Forward(context, vars), gradients => ForTensors(Backward(context, gradients), differentiable), tensors.Length).Apply(tensors);
            }

            internal abstract List<Tensor> Forward(AutogradContext ctx, object[] vars);

            internal abstract List<Tensor> Backward(AutogradContext ctx, List<Tensor> gradients);

            // A backward answers for every argument, null where one is no tensor, or for the tensors alone.
            private static List<Tensor?> ForTensors(List<Tensor> found, bool[] differentiable) =>
                found.Count == differentiable.Length ? [.. found.Where((_, i) => differentiable[i])] : [.. found];
        }

        /// <summary>A function whose result is one tensor, with a derivative of its own.</summary>
        public abstract class SingleTensorFunction<T> : Function<T> where T : SingleTensorFunction<T>, new()
        {
            public static Tensor apply(params object[] vars) => new T().apply_internal(vars)[0];

            public abstract Tensor forward(AutogradContext ctx, params object[] vars);

            public abstract List<Tensor> backward(AutogradContext ctx, Tensor grad_output);

            internal override List<Tensor> Forward(AutogradContext ctx, object[] vars) => [forward(ctx, vars)];

            internal override List<Tensor> Backward(AutogradContext ctx, List<Tensor> gradients) => backward(ctx, gradients[0]);
        }

        /// <summary>A function whose result is several tensors, with a derivative of its own.</summary>
        public abstract class MultiTensorFunction<T> : Function<T> where T : MultiTensorFunction<T>, new()
        {
            public static List<Tensor> apply(params object[] vars) => new T().apply_internal(vars);

            public abstract List<Tensor> forward(AutogradContext ctx, params object[] vars);

            public abstract List<Tensor> backward(AutogradContext ctx, List<Tensor> grad_outputs);

            internal override List<Tensor> Forward(AutogradContext ctx, object[] vars) => forward(ctx, vars);

            internal override List<Tensor> Backward(AutogradContext ctx, List<Tensor> gradients) => backward(ctx, gradients);
        }
    }
}
