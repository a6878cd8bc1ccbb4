using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A tree of named parameters, buffers and submodules.</summary>
        public abstract partial class Module : IDisposable
        {
            private readonly Dictionary<string, Parameter> ownParameters = [];
            private readonly Dictionary<string, (Tensor Buffer, bool Persistent)> ownBuffers = [];
            private readonly Dictionary<string, Module> ownModules = [];
            private bool componentsRegistered;
            protected readonly string name;

            protected Module(string name) => this.name = name;

            public bool training { get; private set; } = true;

            public virtual string GetName() => name;

            public virtual void register_parameter(string name, Parameter param)
            {
                if (param is null) ownParameters.Remove(name);
                else ownParameters[name] = (Parameter)param.DetachFromDisposeScope();
            }

            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true) =>
                ownBuffers[name] = (tensor.DetachFromDisposeScope(), persistent);

            public virtual void register_module(string name, Module submodule)
            {
                if (string.IsNullOrEmpty(name) || name.Contains('.', StringComparison.Ordinal)) throw new ArgumentException($"A module's name has no dots and is not empty, unlike '{name}'.", nameof(name));
                submodule.RegisterComponents();
                ownModules[name] = submodule;
            }

            public virtual void add_module(string name, Module module) => register_module(name, module);

            /// <summary>Registers the fields that hold modules, parameters and tensors, under the names of the fields.</summary>
            protected virtual void RegisterComponents()
            {
                if (componentsRegistered) return;
                componentsRegistered = true;
                for (var type = GetType(); type is not null && type != typeof(Module); type = type.BaseType)
                    foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                        RegisterField(ComponentName(field), field.GetValue(this));
            }

            public virtual void train(bool train = true)
            {
                training = train;
                foreach (var module in ownModules.Values) module.train(train);
            }

            public virtual void eval() => train(false);

            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var parameter in parameters()) GradientEraser.Erase(parameter, set_to_none);
            }

            public virtual Module apply(Action<Module> fn)
            {
                foreach (var module in ownModules.Values) module.apply(fn);
                fn(this);
                return this;
            }

            public void Dispose()
            {
                Dispose(disposing: true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                if (!disposing) return;
                foreach (var parameter in ownParameters.Values) parameter.Dispose();
                foreach (var (buffer, _) in ownBuffers.Values) buffer.Dispose();
                foreach (var module in ownModules.Values) module.Dispose();
            }

            /// <summary>Forgets the submodules, before a list registers them anew.</summary>
            private protected void ClearModules() => ownModules.Clear();

            private void RegisterField(string component, object? value)
            {
                switch (value)
                {
                    case Module module: register_module(component, module); break;
                    case Parameter parameter: register_parameter(component, parameter); break;
                    case Tensor tensor: register_buffer(component, tensor); break;
                }
            }

            /// <summary>The field's name; a property's backing field has its property's.</summary>
            private static string ComponentName(FieldInfo field) =>
                field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;
        }

        public abstract class Module<T, TResult>(string name) : Module(name)
        {
            public abstract TResult forward(T input);
            public TResult call(T input) => forward(input);
        }

        public abstract class Module<T1, T2, TResult>(string name) : Module(name)
        {
            public abstract TResult forward(T1 input1, T2 input2);
            public TResult call(T1 input1, T2 input2) => forward(input1, input2);
        }

        public abstract class Module<T1, T2, T3, TResult>(string name) : Module(name)
        {
            public abstract TResult forward(T1 input1, T2 input2, T3 input3);
            public TResult call(T1 input1, T2 input2, T3 input3) => forward(input1, input2, input3);
        }

        public abstract class Module<T1, T2, T3, T4, TResult>(string name) : Module(name)
        {
            public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4);
            public TResult call(T1 input1, T2 input2, T3 input3, T4 input4) => forward(input1, input2, input3, input4);
        }
    }
}
