using static TorchSharp.torch;

namespace Judges.Training.Recipes;

/// <summary>Where tensors are, and how precisely they are computed with.</summary>
internal sealed class ComputeSection
{
    /// <summary>cpu, cuda, or auto: cuda where there is one. Default cpu, which is fastest for small models and repeats to the bit.</summary>
    public ComputeDevice Device { get; set; } = ComputeDevice.Cpu;

    /// <summary>float32 or bfloat16: of activations; weights and logits are float32 always. Default float32.</summary>
    public ComputePrecision Precision { get; set; } = ComputePrecision.Float32;

    /// <summary>Keep the input of each layer alone and compute the rest again in the backward pass: less memory, a third more arithmetic. Default false.</summary>
    public bool RecomputeActivations { get; set; }

    internal ScalarType Type => Precision == ComputePrecision.Bfloat16 ? ScalarType.BFloat16 : ScalarType.Float32;
}

internal enum ComputeDevice
{
    Cpu,
    Cuda,
    Auto,
}

internal enum ComputePrecision
{
    Float32,
    Bfloat16,
}
