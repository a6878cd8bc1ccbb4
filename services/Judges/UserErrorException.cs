namespace Judges.Standalone;

/// <summary>Something that the user can put right; the message is one sentence that says how.</summary>
internal sealed class UserErrorException(string message, int exitCode = 1) : Exception(message)
{
    public int ExitCode => exitCode;

    /// <summary>Runs an action on a file and turns what the file system refuses into a sentence.</summary>
    public static T Guard<T>(string path, string verb, Func<T> open)
    {
        try
        {
            return open();
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UserErrorException($"cannot {verb} {path}: there is no such file or folder");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"cannot {verb} {path}: {fault.Message}");
        }
    }
}
