using System.Reflection;

namespace Judges.Tests.Shared;

/// <summary>The public surface of an assembly, one member a line.</summary>
internal static class Surface
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    internal static SortedSet<string> Of(Assembly assembly)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in assembly.GetTypes().Where(type => type.IsVisible))
        {
            lines.Add($"T {Kind(type)} {type}");
            foreach (var member in type.GetMembers(All).Where(IsExposed))
                if (member is FieldInfo or MethodBase or PropertyInfo or EventInfo)
                    lines.Add($"M {type} :: {Kind(member)} {Signature(member)}");
        }
        return lines;
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        { IsInterface: true } => "interface",
        _ when type.IsSubclassOf(typeof(Delegate)) => "delegate",
        _ => "class",
    };

    private static string Kind(MemberInfo member) => member switch
    {
        ConstructorInfo => "ctor ",
        MethodInfo => "method",
        FieldInfo => "field",
        PropertyInfo => "property",
        _ => "event",
    };

    private static string Signature(MemberInfo member) => member is MethodBase method
        ? $"{(method as MethodInfo)?.ReturnType}{(method is MethodInfo ? " " : "")}{method.Name}{Generics(method)}({string.Join(", ", method.GetParameters().Select(Parameter))})"
        : member.ToString()!;

    private static string Generics(MethodBase method) =>
        method.IsGenericMethod ? $"<{string.Join(",", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";

    private static string Parameter(ParameterInfo parameter) =>
        $"{parameter.ParameterType} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.RawDefaultValue ?? "null"}" : "")}";

    private static bool IsExposed(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        PropertyInfo property => (property.GetMethod is { } get && IsExposed(get)) || (property.SetMethod is { } set && IsExposed(set)),
        EventInfo @event => @event.AddMethod is { } add && IsExposed(add),
        _ => false,
    };
}
