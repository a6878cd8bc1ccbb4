using static TorchSharp.torch;

namespace TorchSharp.Tests.Ownership;

public sealed class DisposeScopeTests
{
    [Fact]
    public void A_scope_disposes_what_was_made_in_it()
    {
        Tensor inside;
        using (var scope = NewDisposeScope())
        {
            inside = ones(1) + 1;
            Assert.Equal(2, scope.DisposablesCount);
            Assert.True(scope.Contains(inside));
        }
        Assert.True(inside.IsInvalid);
        Assert.Throws<ObjectDisposedException>(() => inside + 1);
    }

    [Fact]
    public void A_tensor_moves_to_the_outer_scope_or_out_of_all()
    {
        Tensor moved, free;
        using (var outer = NewDisposeScope())
        {
            using (NewDisposeScope())
            {
                moved = ones(1).MoveToOuterDisposeScope();
                free = ones(2).DetachFromDisposeScope();
            }
            Assert.False(moved.IsInvalid);
            Assert.Equal([moved], outer.DisposablesView);
        }
        Assert.True(moved.IsInvalid);
        Assert.False(free.IsInvalid);
        free.Dispose();
    }

    [Fact]
    public void Results_leave_a_scope_by_its_own_methods()
    {
        using var outer = NewDisposeScope();
        Tensor first, second, kept;
        using (var scope = NewDisposeScope())
        {
            (first, second) = scope.MoveToOuter(ones(1), ones(2));
            kept = ones(3);
            var lost = ones(4);
            Assert.Same(kept, scope.DisposeEverythingBut(kept));
            Assert.True(lost.IsInvalid);
            Assert.Equal(1, scope.DisposablesCount);
            scope.Detach(kept);
        }
        Assert.False(first.IsInvalid || second.IsInvalid || kept.IsInvalid);
        outer.Attach(kept);
        Assert.Equal(3, outer.DisposablesCount);
    }

    [Fact]
    public void A_tensor_disposed_by_hand_leaves_its_scope()
    {
        using var scope = NewDisposeScope();
        var (first, second, third) = (ones(1), ones(2), ones(3));
        first.Dispose();
        first.Dispose();
        Assert.Equal(2, scope.DisposablesCount);
        third.Dispose();
        Assert.Equal([second], scope.DisposablesView);
    }

    [Fact]
    public void Without_a_scope_a_tensor_lives_until_it_is_disposed()
    {
        Assert.Null(CurrentDisposeScope);
        using var alone = ones(1);
        Assert.False(alone.IsInvalid);
    }

    [Fact]
    public void Scopes_belong_to_their_threads()
    {
        using var scope = NewDisposeScope();
        var elsewhere = RunElsewhere(() => ones(1));
        Assert.Equal(0, scope.DisposablesCount);
        elsewhere.Dispose();
    }

    [Fact]
    public void A_scope_that_ends_out_of_order_hands_over_to_the_one_around_it()
    {
        var (outer, middle, inner) = (NewDisposeScope(), NewDisposeScope(), NewDisposeScope());
        var moved = ones(1);
        middle.Dispose();
        inner.MoveToOuter(moved);
        inner.Dispose();
        Assert.False(moved.IsInvalid);
        Assert.True(outer.Contains(moved));
        outer.Dispose();
        Assert.True(moved.IsInvalid);
    }

    private static T RunElsewhere<T>(Func<T> body)
    {
        T? result = default;
        var thread = new Thread(() => result = body());
        thread.Start();
        thread.Join();
        return result!;
    }
}
