namespace Judges.Format.Templates;

/// <summary>A template cannot be used; the message says why. It is a mistake of the request or of the configuration, never of the model.</summary>
internal sealed class TemplateException(string message) : Exception(message);
