using Judges.Training.Models.Families;
using static TorchSharp.torch;

namespace Judges.Training.Checkpoints.HuggingFace;

/// <summary>
/// Weights in 8 bits, as DeepSeek-V3 is published: beside weight [R, C] lies weight_scale_inv [⌈R/128⌉, ⌈C/128⌉], what the numbers of each
/// block of 128 × 128 are to be multiplied by (its README_WEIGHTS.md).
/// </summary>
internal sealed class BlockScales(long rows, long columns)
{
    public const string ConfigSection = "quantization_config";
    private const string Suffix = "_scale_inv";
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public static string Of(string weight) => weight + Suffix;

    /// <summary>What config.json says of quantization; null where it says nothing.</summary>
    public static BlockScales? Read(ConfigFields fields)
    {
        if (fields.Section(ConfigSection) is not { } section)
            return null;

        var method = section.Text("quant_method", "");
        ConfigFields.Refuse(method != "fp8", $"reader for weights quantized by '{method}'");
        var size = section.Ints("weight_block_size");
        ConfigFields.Refuse(size.Count != 2 || size.Any(static length => length < 1), "reader for fp8 weights without a weight_block_size of two");
        return new(size[0], size[1]);
    }

    public static bool AreScales(string name) => name.EndsWith(Suffix, StringComparison.Ordinal);

    /// <summary>Whether a tensor held the scales of one that was read.</summary>
    public bool Used(string name) => _used.Contains(name);

    public Tensor Apply(string name, Tensor weight, Tensor scales)
    {
        long[] due = weight.shape is [var height, var width] ? [(height + rows - 1) / rows, (width + columns - 1) / columns] : [];
        if (!scales.shape.SequenceEqual(due) || due.Length == 0)
            throw new InvalidDataException($"'{Of(name)}' is [{string.Join(", ", scales.shape)}] where blocks of {rows} by {columns} of [{string.Join(", ", weight.shape)}] are to be scaled.");

        _used.Add(Of(name));
        var spread = scales.to(ScalarType.Float32).repeat_interleave(rows, 0).repeat_interleave(columns, 1);
        return weight.to(ScalarType.Float32) * spread.narrow(0, 0, weight.shape[0]).narrow(1, 0, weight.shape[1]);
    }
}
