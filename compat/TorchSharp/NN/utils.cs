using TorchSharp.Modules;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Work on all gradients of a model.</summary>
        public static class utils
        {
            /// <summary>Scales the gradients so that their joint norm is at most <paramref name="max_norm"/>; returns the norm before.</summary>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2)
            {
                using var scope = NewDisposeScope();
                using var _ = no_grad();
                var gradients = tensors.Select(static parameter => parameter.grad).OfType<Tensor>().ToArray();
                if (gradients.Length == 0) return 0;
                var norms = double.IsInfinity(norm_type)
                    ? Array.ConvertAll(gradients, static gradient => gradient.abs().max())
                    : Aten._foreach_norm_Scalar.CallList(gradients, norm_type);
                var stacked = stack(norms.Select(static norm => norm.to_type(ScalarType.Float64)));
                var total = (double.IsInfinity(norm_type) ? stacked.max() : stacked.norm((float)norm_type)).ToDouble();
                var scale = max_norm / (total + 1e-6);
                if (scale < 1) Aten._foreach_mul__Scalar.Run(gradients, scale);
                return total;
            }

            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var scope = NewDisposeScope();
                using var _ = no_grad();
                foreach (var parameter in tensors) parameter.grad?.clamp_(-clip_value, clip_value);
            }

            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                return scope.MoveToOuter(cat(tensors.Select(static parameter => parameter.reshape(-1)).ToArray()));
            }
        }
    }
}
