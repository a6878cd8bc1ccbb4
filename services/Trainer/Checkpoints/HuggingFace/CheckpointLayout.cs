using Judges.Training.Models;
using Judges.Training.Models.Families;
using static TorchSharp.torch;

namespace Judges.Training.Checkpoints.HuggingFace;

/// <summary>A tensor of a checkpoint and the part of a decoder's parameter that it is.</summary>
/// <param name="Name">in the checkpoint</param>
/// <param name="Parameter">in <see cref="ParameterSet"/></param>
/// <param name="Part">a view of the parameter, or of anything of its shape, such as its gradient</param>
internal sealed record CheckpointSlot(string Name, string Parameter, Func<Tensor, Tensor> Part);

/// <summary>Where each parameter lies in a family's checkpoints: all have the same name there but those of routed layers.</summary>
internal static class CheckpointLayout
{
    private const string Router = "mlp.gate.weight";
    private const string Shared = "mlp.shared_experts.";
    private const string GateUp = "mlp.experts.gate_up_proj";
    private const string Down = "mlp.experts.down_proj";

    public static IEnumerable<CheckpointSlot> Of(DecoderConfig config, ParameterSet parameters, ExpertNames names) =>
        parameters.All.Keys.SelectMany(name => Slots(name, config, names));

    private static IEnumerable<CheckpointSlot> Slots(string name, DecoderConfig config, ExpertNames names)
    {
        // model.layers.N.rest
        var end = name.StartsWith("model.layers.", StringComparison.Ordinal) ? name.IndexOf('.', "model.layers.".Length) + 1 : 0;
        var (layer, rest) = (name[..end], name[end..]);
        return rest switch
        {
            Router => [Whole(layer + names.Router)],
            GateUp when names.GateUp is { } stacked => [Whole(layer + stacked)],
            GateUp => Each(names.Gate!, 0, config.ExpertIntermediateSize)
                .Concat(Each(names.Up!, config.ExpertIntermediateSize, config.ExpertIntermediateSize)),
            Down when names.GateUp is not null => [Whole(layer + names.Down)],
            Down => Each(names.Down, 0, config.HiddenSize),
            _ when rest.StartsWith(Shared, StringComparison.Ordinal) => [Whole($"{layer}{names.Shared}.{rest[Shared.Length..]}")],
            _ => [Whole(name)],
        };

        CheckpointSlot Whole(string saved) => new(saved, name, static parameter => parameter);

        // Expert by expert, some of its rows.
        IEnumerable<CheckpointSlot> Each(string pattern, int start, int rows) => Enumerable.Range(0, config.Experts).Select(expert => new CheckpointSlot(
            layer + pattern.Replace("{0}", $"{expert}", StringComparison.Ordinal), name, parameter => parameter.select(0, expert).narrow(0, start, rows)));
    }
}
