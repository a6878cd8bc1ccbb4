namespace Judges.Training.Tokenization.Chat.Jinja;

/// <summary>Names and what they stand for. A loop's body and a macro have their own, so that what is set there is gone afterwards.</summary>
internal sealed class Scope(Scope? outer)
{
    private readonly Dictionary<string, object?> _names = new(StringComparer.Ordinal);

    public object? Find(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope._names.TryGetValue(name, out var value))
                return value;
        }

        return new Undefined(name);
    }

    public void Set(string name, object? value) => _names[name] = value;

    private Scope? Outer => outer;
}
