using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Keeps the states of an optimizer and takes them in and out of checkpoints.</summary>
public abstract class OptimizerHelper : optim.Optimizer
{
    private protected readonly Dictionary<Parameter, OptimizerState> states = new(ReferenceEqualityComparer.Instance);

    public virtual StateDictionary state_dict()
    {
        var dictionary = new StateDictionary();
        dictionary.Options.AddRange(_parameter_groups.Select(static group => group.Options));
        dictionary.State.AddRange(parameters().Select(parameter => states[parameter]));
        return dictionary;
    }

    public virtual void load_state_dict(StateDictionary state_dict)
    {
        var own = this.state_dict();
        if (own.Options.Count != state_dict.Options.Count || own.State.Count != state_dict.State.Count)
            throw new ArgumentException($"The state has {state_dict.Options.Count} groups and {state_dict.State.Count} parameters, the optimizer {own.Options.Count} and {own.State.Count}.");
        foreach (var (target, source) in own.Options.Zip(state_dict.Options)) target.LoadStateDict(source);
        foreach (var (target, source) in own.State.Zip(state_dict.State)) target.LoadStateDict(source);
    }

    public virtual void save_state_dict(BinaryWriter writer)
    {
        var own = state_dict();
        writer.Write(own.Options.Count);
        writer.Write(own.State.Count);
        foreach (var options in own.Options) options.SaveStateDict(writer);
        foreach (var state in own.State) state.SaveStateDict(writer);
    }

    public virtual void load_state_dict(BinaryReader reader)
    {
        var own = state_dict();
        var (groups, parameters) = (reader.ReadInt32(), reader.ReadInt32());
        if (own.Options.Count != groups || own.State.Count != parameters)
            throw new InvalidDataException($"The state has {groups} groups and {parameters} parameters, the optimizer {own.Options.Count} and {own.State.Count}.");
        foreach (var options in own.Options) options.LoadStateDict(reader);
        foreach (var state in own.State) state.LoadStateDict(reader);
    }

    public void save_state_dict(string location)
    {
        using var writer = new BinaryWriter(File.Create(location));
        save_state_dict(writer);
    }

    public void load_state_dict(string location)
    {
        using var reader = new BinaryReader(File.OpenRead(location));
        load_state_dict(reader);
    }

    public virtual void to(Device device)
    {
        foreach (var state in states.Values) state.to(device);
    }
}
