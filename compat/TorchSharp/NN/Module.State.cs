namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <remarks>What a checkpoint holds.</remarks>
        public abstract partial class Module
        {
            /// <summary>Parameters and persistent buffers by name: the module's own tensors, not copies.</summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                var lead = string.IsNullOrEmpty(prefix) ? "" : $"{prefix}.";
                foreach (var (path, module) in Tree(recurse: true))
                {
                    foreach (var (name, parameter) in module.ownParameters) destination[$"{lead}{path}{name}"] = parameter;
                    foreach (var (name, (buffer, persistent)) in module.ownBuffers)
                        if (persistent) destination[$"{lead}{path}{name}"] = buffer;
                }
                return destination;
            }

            /// <summary>Copies tensors in by name; tells which names were missing and which were not expected.</summary>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                var own = state_dict();
                List<string> missing = [.. own.Keys.Where(name => !source.ContainsKey(name) && skip?.Contains(name) != true)];
                List<string> unexpected = [.. source.Keys.Where(name => !own.ContainsKey(name) && skip?.Contains(name) != true)];
                if (strict && (missing.Count > 0 || unexpected.Count > 0))
                    throw new InvalidOperationException($"The state does not fit: missing [{string.Join(", ", missing)}], unexpected [{string.Join(", ", unexpected)}].");
                using var _ = no_grad();
                foreach (var (name, tensor) in source)
                    if (own.TryGetValue(name, out var target) && skip?.Contains(name) != true) target.copy_(tensor).Dispose();
                return (missing, unexpected);
            }
        }
    }
}
