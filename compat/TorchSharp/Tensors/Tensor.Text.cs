using System.Globalization;
using System.Text;

namespace TorchSharp;

public static partial class torch
{
    /// <remarks>Tensors as text.</remarks>
    public partial class Tensor
    {
        private const int ShownElements = 64;

        /// <summary>Shape, dtype and device, and the elements where there are few.</summary>
        public override string ToString()
        {
            if (IsInvalid) return "<disposed tensor>";
            var look = $"[{string.Join('x', shape)}], type = {dtype}, device = {device}";
            if (NumberOfElements > ShownElements || is_meta || dtype is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64) return look;
            using var scope = NewDisposeScope();
            var values = detach().cpu().to_type(ScalarType.Float64).data<double>().ToArray();
            return $"{look}, value = {Nested(values, shape)}";
        }

        private static string Nested(ReadOnlySpan<double> values, ReadOnlySpan<long> shape)
        {
            if (shape.IsEmpty) return values[0].ToString("G6", CultureInfo.InvariantCulture);
            var text = new StringBuilder("[");
            var stride = shape[0] == 0 ? 0 : values.Length / (int)shape[0];
            for (var i = 0; i < shape[0]; i++)
                text.Append(i == 0 ? "" : ", ").Append(Nested(values.Slice(i * stride, stride), shape[1..]));
            return text.Append(']').ToString();
        }
    }
}
