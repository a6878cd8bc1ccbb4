using System.Diagnostics.CodeAnalysis;

namespace Judges.Code;

/// <summary>The languages that the code judge knows.</summary>
internal static class LanguageSet
{
    public static IReadOnlyList<Language> All { get; } =
    [
        Python.Language, Cpp.Language, Cpp.C, CSharp.Language, Java.Language, Go.Language, JavaScript.Language, JavaScript.TypeScript, Rust.Language, Bash.Language,
        CSharp.Script,
    ];

    public static bool TryFind(string name, [NotNullWhen(true)] out Language? language)
    {
        language = All.FirstOrDefault(known => known.IsCalled(name));
        return language is not null;
    }

    public static Language Find(string name) => TryFind(name, out var language)
        ? language
        : throw new NotSupportedException($"the code judge knows no language {name}; it knows {string.Join(", ", All.Select(static known => known.Name))}");
}
