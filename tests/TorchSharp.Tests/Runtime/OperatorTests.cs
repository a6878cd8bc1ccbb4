using TorchSharp.Extensions;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Runtime;

public sealed class OperatorTests
{
    [Fact]
    public void Any_operator_is_called_by_name()
    {
        var add = new Operator("add", "Tensor");
        Assert.True(add.Exists);
        Assert.Equal((3, "aten::add.Tensor"), (add.Arity, add.Name));
        Near.Equal([3], add.Call(ones(1), ones(1), 2L));
        Near.Equal([2], add.Call(ones(1), ones(1)));
    }

    [Fact]
    public void A_missing_operator_is_known_before_it_is_called()
    {
        var missing = new Operator("no_such_operator");
        Assert.False(missing.Exists);
        Assert.Equal(0, missing.Arity);
        Assert.Contains("aten::no_such_operator", Assert.Throws<TorchException>(() => missing.Call(ones(1))).Message, StringComparison.Ordinal);
        Assert.False(new Operator("add", "NoSuchOverload").Exists);
    }

    [Fact]
    public void Every_operator_of_the_subset_exists_but_those_of_a_newer_libtorch()
    {
        string[] newer = ["aten::scaled_dot_product_attention", "aten::_fused_adamw_", "aten::_grouped_mm", "aten::rms_norm"];
        var missing = typeof(Native.Aten).GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)
            .Select(field => field.GetValue(null)).OfType<Operator>().Where(op => !op.Exists).Select(op => op.Name).Except(newer);
        Assert.Empty(missing);
    }

    [Fact]
    public void Several_results_and_lists_come_back()
    {
        var (values, _) = new Operator("max", "dim").CallTwo(tensor(new float[,] { { 1, 2 } }), 1L);
        Near.Equal([2], values);
        var (mean, _, _) = new Operator("native_layer_norm").CallThree(tensor([1f, 3f]), new[] { 2L }, Argument.None, Argument.None, 0.0);
        Near.Equal([-1, 1], mean);
        Assert.Equal(2, new Operator("unbind", "int").CallList(ones(2, 3)).Length);
        Assert.True(new Operator("equal").CallScalar(ones(1), ones(1)).ToBoolean());
    }

    [Fact]
    public void Too_many_arguments_are_refused() =>
        Assert.Contains("takes 1", Assert.Throws<TorchException>(() => new Operator("abs").Call(ones(1), 1L)).Message, StringComparison.Ordinal);

    [Fact]
    public void Lists_too_long_for_the_stack_go_through_the_heap()
    {
        Tensor[] many = [.. Enumerable.Range(0, 500).Select(i => tensor((float)i))];
        Assert.Equal(499f * 250, stack(many).sum().item<float>());
    }
}
