using System.Text;

namespace Judges.Training.Tokenization.Chat.Jinja;

/// <summary>How much a template may do: a checkpoint comes from anywhere, and its template is a program.</summary>
internal sealed class Budget
{
    private const int MostSteps = 5_000_000;
    private const int MostCharacters = 20_000_000;
    private const int MostCalls = 50; // of macros within macros

    private int _steps;
    private int _calls;
    private long _written;

    public void Spend()
    {
        if (++_steps > MostSteps)
            throw new TemplateException($"The chat template takes more than {MostSteps} steps.");
    }

    public void Write(StringBuilder output, string text)
    {
        if ((_written += text.Length) > MostCharacters)
            throw new TemplateException($"The chat template writes more than {MostCharacters} characters.");
        output.Append(text);
    }

    public T Within<T>(Func<T> call)
    {
        if (++_calls > MostCalls)
            throw new TemplateException($"The chat template's macros call each other more than {MostCalls} deep.");
        var result = call();
        _calls--;
        return result;
    }
}
