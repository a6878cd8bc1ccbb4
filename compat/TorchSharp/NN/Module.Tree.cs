using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <remarks>Walks over the tree; names are joined with dots, and what is shared comes once.</remarks>
        public abstract partial class Module
        {
            public virtual IEnumerable<(string name, Module module)> named_children() => ownModules.Select(static own => (own.Key, own.Value));
            public virtual IEnumerable<Module> children() => ownModules.Values;
            public virtual IEnumerable<Module> modules() => named_modules().Select(static named => named.module);

            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var (name, module) in ownModules)
                {
                    yield return (name, module);
                    foreach (var (inner, submodule) in module.named_modules()) yield return ($"{name}.{inner}", submodule);
                }
            }

            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<IntPtr>();
                foreach (var (prefix, module) in Tree(recurse))
                    foreach (var (name, parameter) in module.ownParameters)
                        if (seen.Add(parameter.Handle)) yield return (prefix + name, parameter);
            }

            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                var seen = new HashSet<IntPtr>();
                foreach (var (prefix, module) in Tree(recurse))
                    foreach (var (name, (buffer, persistent)) in module.ownBuffers)
                        if ((persistent || include_nonpersistent) && seen.Add(buffer.Handle)) yield return (prefix + name, buffer);
            }

            public virtual IEnumerable<Parameter> parameters(bool recurse = true) => named_parameters(recurse).Select(static named => named.parameter);
            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(static named => named.buffer);

            public bool has_parameter(string target) => Find(target, static (module, name) => module.ownParameters.GetValueOrDefault(name)) is not null;
            public bool has_buffer(string target) => get_buffer(target) is not null;
            public virtual Parameter? get_parameter(string target) => Find(target, static (module, name) => module.ownParameters.GetValueOrDefault(name));
            public virtual Tensor? get_buffer(string target) => Find(target, static (module, name) => module.ownBuffers.TryGetValue(name, out var own) ? own.Buffer : null);

            /// <summary>This module and those below, each with the prefix of its names.</summary>
            private IEnumerable<(string Prefix, Module Module)> Tree(bool recurse)
            {
                yield return ("", this);
                if (!recurse) yield break;
                foreach (var (name, module) in named_modules()) yield return ($"{name}.", module);
            }

            private T? Find<T>(string target, Func<Module, string, T?> look) where T : class
            {
                var dot = target.LastIndexOf('.');
                var owner = dot < 0 ? this : named_modules().FirstOrDefault(named => named.name == target[..dot]).module;
                return owner is null ? null : look(owner, target[(dot + 1)..]);
            }
        }
    }
}
