using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimizer remembers of one parameter.</summary>
public abstract class OptimizerState(Parameter parameter)
{
    protected readonly Parameter _parameter = parameter;

    public virtual void Initialize(OptimizerOptions options) { }
    public abstract void LoadStateDict(OptimizerState source);
    public abstract void LoadStateDict(BinaryReader reader);
    public abstract void SaveStateDict(BinaryWriter writer);
    public virtual void to(Device device) { }
}
