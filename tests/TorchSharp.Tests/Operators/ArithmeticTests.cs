using static TorchSharp.torch;

namespace TorchSharp.Tests.Operators;

public sealed class ArithmeticTests
{
    private readonly Tensor a = tensor([1f, -2f, 3f]);
    private readonly Tensor b = tensor([4f, 5f, -6f]);

    [Fact]
    public void Operators_work_element_by_element()
    {
        Near.Equal([5, 3, -3], a + b);
        Near.Equal([-3, -7, 9], a - b);
        Near.Equal([4, -10, -18], a * b);
        Near.Equal([0.25, -0.4, -0.5], a / b);
        Near.Equal([-1, 2, -3], -a);
    }

    [Fact]
    public void Numbers_stand_on_either_side()
    {
        Near.Equal([3, 0, 5], a + 2);
        Near.Equal([3, 0, 5], 2.0 + a);
        Near.Equal([1, 4, -1], 2 - a);
        Near.Equal([-1, -4, 1], a - 2L);
        Near.Equal([2, -1, 2.0 / 3], 2f / a);
        Near.Equal([0.5, -1, 1.5], a / 2);
        Near.Equal([1, 0, 1], a % 2);
    }

    [Fact]
    public void An_integer_tensor_plus_a_number_promotes_as_PyTorch_does()
    {
        var whole = tensor([1L, 2L]);
        Assert.Equal(int64, (whole + 1).dtype);
        Assert.Equal(float32, (whole + 0.5).dtype);
        Assert.Equal(float32, (whole / 2).dtype);
    }

    [Fact]
    public void In_place_forms_change_the_tensor_and_give_an_alias()
    {
        var target = a.clone();
        var alias = target.add_(b).mul_(2).sub_(1).div_(2);
        Near.Equal([4.5, 2.5, -3.5], target);
        alias.Dispose();
        Near.Equal([4.5, 2.5, -3.5], target);
    }

    [Fact]
    public void Fused_forms_follow_their_formulas()
    {
        Near.Equal([1 + 2 * 1 * 4, -2 + 2 * -2 * 5, 3 + 2 * 3 * -6], a.addcmul(a, b, 2));
        Near.Equal([1 + 0.5 * 0.25, -2 - 0.5 * 0.4, 3 - 0.5 * 0.5], a.addcdiv(a, b, 0.5));
        Near.Equal([2.5, 1.5, -1.5], a.lerp(b, tensor(0.5f)));
        Near.Equal([4, 5, 3], maximum(a, b));
        Near.Equal([1, -2, -6], minimum(a, b));
    }

    [Fact]
    public void Division_rounds_as_told()
    {
        var (x, y) = (tensor([7f, -7f]), tensor([2f, 2f]));
        Near.Equal([3, -3], x.div(y, RoundingMode.trunc));
        Near.Equal([3, -4], x.div(y, RoundingMode.floor));
        Near.Equal([3, -4], x.floor_divide(2));
    }

    [Fact]
    public void Powers_and_clamps()
    {
        Near.Equal([1, 4, 9], a.pow(2));
        Near.Equal([1, 0.25, 27], a.pow(tensor([3f, -2f, 3f])));
        Near.Equal([1, -1, 2], a.clamp(-1, 2));
        Near.Equal([1, 0, 3], a.clamp(min: 0));
        Near.Equal([1, -2, 2], clamp(a, max: tensor(2f)));
    }

    [Fact]
    public void Pointwise_functions_agree_with_the_mathematics_of_dotnet()
    {
        double[] points = [0.25, 0.5, 0.75];
        var x = tensor(points);
        (Tensor Actual, Func<double, double> Expected)[] cases =
        [
            (x.exp(), Math.Exp), (x.log(), Math.Log), (x.log2(), Math.Log2), (x.log1p(), v => Math.Log(1 + v)), (x.sqrt(), Math.Sqrt),
            (x.rsqrt(), v => 1 / Math.Sqrt(v)), (x.sin(), Math.Sin), (x.cos(), Math.Cos), (x.tanh(), Math.Tanh), (x.reciprocal(), v => 1 / v),
            (x.sigmoid(), v => 1 / (1 + Math.Exp(-v))), (x.silu(), v => v / (1 + Math.Exp(-v))), (x.square(), v => v * v), (x.neg().abs(), v => v),
            (x.floor(), Math.Floor), (x.ceil(), Math.Ceiling), (x.log_sigmoid(), v => -Math.Log(1 + Math.Exp(-v))), (x.atan(), Math.Atan),
        ];
        foreach (var (actual, expected) in cases) Near.Equal(Array.ConvertAll(points, v => expected(v)), actual, 1e-12);
    }

    [Fact]
    public void Comparisons_give_truth_values_and_logic_joins_them()
    {
        Near.Equal([0, 0, 1], a > b);
        Near.Equal([1, 1, 0], a <= b);
        Near.Equal([0, 1, 0], a == -2);
        Near.Equal([1, 0, 1], 1 <= a);
        Near.Equal([1, 0, 0], (a > 0).logical_and(a < 2));
        Near.Equal([0, 1, 0], ~(a > 0));
        Near.Equal([1, 0, 1], a.gt(0) | b.lt(-10));
        Assert.True((a > 0).any().item<bool>());
        Assert.False((a > 0).all().item<bool>());
        Assert.True(a.allclose(a + 1e-9));
        Assert.True(a.Equals(a.clone()));
    }

    [Fact]
    public void What_is_not_a_number_is_found()
    {
        var x = tensor([1f, float.NaN, float.PositiveInfinity]);
        Near.Equal([0, 1, 0], x.isnan());
        Near.Equal([1, 0, 0], x.isfinite());
        Near.Equal([1, 0, 9], x.nan_to_num(0, posinf: 9));
    }
}
