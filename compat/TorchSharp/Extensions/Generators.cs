using static TorchSharp.torch;

namespace TorchSharp.Extensions;

/// <summary>The generators that operators draw from, device by device: a resume to the bit carries their states over.</summary>
public static class Generators
{
    /// <summary>The default generator of a device; disposing of it lets go of this reference only.</summary>
    public static Generator Of(Device device) => new(device);
}
