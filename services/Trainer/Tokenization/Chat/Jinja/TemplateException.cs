namespace Judges.Training.Tokenization.Chat.Jinja;

/// <summary>A chat template that cannot be read or run, or that refused a conversation by itself.</summary>
public sealed class TemplateException(string message) : Exception(message);
