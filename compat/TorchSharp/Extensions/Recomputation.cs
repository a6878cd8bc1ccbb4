using static TorchSharp.torch;

namespace TorchSharp.Extensions;

/// <summary>
/// Activation checkpointing (arXiv 1604.06174): forward keeps the input alone, backward computes the rest again. The body must do
/// the same twice; parameters it reads get their gradients, and so does the input.
/// </summary>
public static class Recomputation
{
    /// <summary>body(input), of which nothing but the input is kept.</summary>
    public static Tensor Of(Func<Tensor, Tensor> body, Tensor input) =>
        is_grad_enabled() ? Function.apply(input.requires_grad ? input : input.detach().requires_grad_(), body) : body(input);

    private sealed class Function : autograd.SingleTensorFunction<Function>
    {
        private const string Body = "body";

        public override string Name => nameof(Recomputation);

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            var (input, body) = ((Tensor)vars[0], (Func<Tensor, Tensor>)vars[1]);
            ctx.save_for_backward([input]);
            ctx.save_data(Body, body);
            return body(input);
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
        {
            using var _ = enable_grad();
            var input = ctx.get_saved_variables()[0].detach().requires_grad_();
            autograd.backward(((Func<Tensor, Tensor>)ctx.get_data(Body))(input), grad_output);
            return [input.grad!, null!];
        }
    }
}
