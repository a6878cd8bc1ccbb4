using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Modules;

public sealed class ModuleTests
{
    private sealed class Block : nn.Module<Tensor, Tensor>
    {
        private readonly Linear inner = nn.Linear(2, 2, hasBias: false);
        private readonly Parameter scale = new(ones(2));
        private readonly Tensor seen = zeros(1);

        internal Block() : base(nameof(Block)) => RegisterComponents();

        public override Tensor forward(Tensor input) => inner.call(input) * scale + seen;
    }

    private sealed class Stack : nn.Module<Tensor, Tensor>
    {
        private readonly Embedding embedding = nn.Embedding(4, 2);
        private readonly ModuleList<Block> blocks = nn.ModuleList(new Block(), new Block());

        internal Stack() : base(nameof(Stack)) => RegisterComponents();

        public override Tensor forward(Tensor input) => blocks.Aggregate(embedding.call(input), static (x, block) => block.call(x));
    }

    [Fact]
    public void Names_follow_the_fields()
    {
        using var model = new Stack();
        Assert.Equal(
            ["embedding.weight", "blocks.0.scale", "blocks.0.inner.weight", "blocks.1.scale", "blocks.1.inner.weight"],
            model.named_parameters().Select(named => named.name));
        Assert.Equal(["blocks.0.seen", "blocks.1.seen"], model.named_buffers().Select(named => named.name));
        Assert.Equal(7, model.state_dict().Count);
        Assert.Equal("embedding", model.named_children().First().name);
        Assert.NotNull(model.get_parameter("blocks.1.inner.weight"));
        Assert.False(model.has_parameter("blocks.7.inner.weight"));
    }

    [Fact]
    public void A_state_is_loaded_by_name_and_must_fit()
    {
        using var from = new Stack();
        using var to = new Stack();
        to.load_state_dict(from.state_dict());
        Assert.True(to.get_parameter("embedding.weight")!.Equals(from.get_parameter("embedding.weight")!));
        Assert.Throws<InvalidOperationException>(() => to.load_state_dict([]));
        var (missing, unexpected) = to.load_state_dict(new() { ["other"] = zeros(1) }, strict: false);
        Assert.Equal((7, 1), (missing.Count, unexpected.Count));
    }

    [Fact]
    public void A_module_outlives_the_scope_it_was_made_in()
    {
        Stack model;
        using (NewDisposeScope()) model = new Stack();
        using (model) Assert.Equal([1, 2], model.call(tensor([3L])).shape);
    }

    [Fact]
    public void Moves_keep_the_parameter_objects()
    {
        using var model = new Stack();
        var weight = model.get_parameter("embedding.weight")!;
        model.call(tensor([1L])).sum().backward();
        model.to(float64);
        Assert.Equal(float64, weight.dtype);
        Assert.Equal(float64, weight.grad!.dtype);
        Assert.True(weight.requires_grad && weight.is_leaf);
        model.zero_grad();
        model.call(tensor([1L])).sum().backward();
        Assert.Equal(float64, weight.grad!.dtype);
        Assert.All(model.buffers(), buffer => Assert.Equal(float64, buffer.dtype));
    }

    [Fact]
    public void Training_is_told_to_the_whole_tree()
    {
        using var model = new Stack();
        model.eval();
        Assert.All(model.modules(), module => Assert.False(module.training));
        model.train();
        Assert.True(model.training);
    }

    [Fact]
    public void Shared_parameters_are_listed_once()
    {
        using var embedding = nn.Embedding(4, 2);
        using var head = nn.Linear(embedding.weight);
        using var list = nn.ModuleList<nn.Module>(embedding, head);
        Assert.Single(list.parameters());
        Assert.Equal(2, list.state_dict().Count);
    }

    [Fact]
    public void A_parameter_takes_its_tensor_over()
    {
        var data = ones(2);
        using var parameter = new Parameter(data);
        Assert.True(data.IsInvalid);
        Assert.True(parameter.requires_grad && parameter.is_leaf);
        Assert.Throws<ObjectDisposedException>(() => data.shape);
    }
}
