using static TorchSharp.torch;

namespace TorchSharp.Tests.Runtime;

public sealed class RandomTests
{
    [Fact]
    public void A_seed_repeats_its_numbers()
    {
        manual_seed(7);
        var first = Near.Values(randn(5));
        Assert.NotEqual(first, Near.Values(randn(5)));
        manual_seed(7);
        Assert.Equal(first, Near.Values(randn(5)));
        Assert.Equal(7, initial_seed());
    }

    [Fact]
    public void A_state_put_back_goes_on_where_it_was_taken()
    {
        manual_seed(3);
        rand(3);
        randn(1);   // leaves half a pair behind, which is part of the state
        using var state = get_rng_state();
        var expected = Near.Values(randn(7)).Concat(Near.Values(rand(4))).ToArray();
        rand(100);
        set_rng_state(state);
        Assert.Equal(expected, Near.Values(randn(7)).Concat(Near.Values(rand(4))).ToArray());
    }

    [Fact]
    public void A_generator_has_a_sequence_of_its_own()
    {
        using var one = new Generator(5);
        using var other = new Generator();
        other.manual_seed(5);
        manual_seed(1);
        var expected = Near.Values(randn(2));
        manual_seed(1);
        Assert.Equal(Near.Values(rand(4, generator: one)), Near.Values(empty(4).uniform_(0, 1, other)));
        Assert.Equal(expected, Near.Values(randn(2)));
        using var saved = one.get_state();
        var next = Near.Values(rand(2, generator: one));
        other.set_state(saved);
        Assert.Equal(next, Near.Values(rand(2, generator: other)));
        Assert.Equal(5, other.initial_seed());
    }

    [Fact]
    public void The_generator_of_a_device_is_the_one_that_operators_draw_from()
    {
        using var generator = TorchSharp.Extensions.Generators.Of(CPU);
        using var state = generator.get_state();
        var expected = Near.Values(rand(3));
        generator.set_state(state);
        Assert.Equal(expected, Near.Values(rand(3)));
        Assert.SkipWhen(cuda.is_available(), "this machine has a CUDA device");
        Assert.Throws<TorchSharp.Extensions.TorchException>(() => TorchSharp.Extensions.Generators.Of(CUDA));
    }

    [Fact]
    public void Draws_follow_their_weights()
    {
        manual_seed(0);
        var draws = tensor([0.0, 0.25, 0.75]).multinomial(4000, replacement: true).bincount(null, 3);
        Assert.Equal(0, draws[0].item<long>());
        Assert.InRange(draws[2].item<long>(), 2900, 3100);
        Assert.Equal([0L, 1L, 2L, 3L], randperm(4).sort().Values.data<long>().ToArray());
        Assert.InRange(randint(2, 5, [100L]).amin().item<long>(), 2, 4);
    }
}
