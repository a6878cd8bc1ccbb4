using static TorchSharp.torch;

namespace Judges.Training.Models;

/// <summary>SwiGLU: down(silu(gate(x)) · up(x)) (arXiv 2002.05202); the dense layers' network and the shared experts'.</summary>
internal sealed class FeedForward
{
    private readonly Tensor _gate;
    private readonly Tensor _up;
    private readonly Tensor _down;

    public FeedForward(DecoderConfig config, ParameterSet parameters, string prefix, long intermediate, double outputStd)
    {
        _gate = parameters.Normal($"{prefix}.gate_proj.weight", config.InitialStd, intermediate, config.HiddenSize);
        _up = parameters.Normal($"{prefix}.up_proj.weight", config.InitialStd, intermediate, config.HiddenSize);
        _down = parameters.Normal($"{prefix}.down_proj.weight", outputStd, config.HiddenSize, intermediate);
    }

    public SwiGlu Fuse() => new(cat([_gate, _up]).t(), _down.t());
}

/// <summary>A SwiGLU network ready to run: gateUp [d, 2I], down [I, d].</summary>
internal sealed record SwiGlu(Tensor GateUp, Tensor Down) : IFusedFeedForward
{
    public Tensor Apply(Tensor x, ForwardPass pass) => Apply(x);

    public Tensor Apply(Tensor x) // [N, d] → [N, d]
    {
        var halves = x.mm(GateUp).chunk(2, -1);
        return (nn.functional.silu(halves[0]) * halves[1]).mm(Down);
    }
}
