namespace Judges.Standalone;

/// <summary>Standard output belongs to the command's result: every log line goes to standard error.</summary>
internal static class StandardErrorLogging
{
    public static void ToStandardError(this ILoggingBuilder logging, LogLevel level)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(level);
        // "Application started, press Ctrl+C" and its like say nothing that the command does not say better.
        logging.AddFilter("Microsoft", LogLevel.Warning);
        // A host that does not start throws, and the command says why in a sentence.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        logging.AddSimpleConsole(static line => line.SingleLine = true);
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            static console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
