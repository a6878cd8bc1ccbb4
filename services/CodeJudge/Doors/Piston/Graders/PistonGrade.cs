using System.Globalization;

namespace Judges.Code;

/// <summary>What a grading script of Piston's packages writes: the score, what is said about it, and its exit code.</summary>
internal sealed record PistonGrade(string Score, string Feedback, int Code = 0)
{
    /// <summary>The grade where no checker decides.</summary>
    public static PistonGrade OfDifference(bool isSame) => isSame ? new("1\n", "Output is correct (diff)\n") : new("0\n", "Output isn't correct (diff)\n");

    /// <summary>The grade of a program that did not end by itself with exit code 0; null when it did.</summary>
    /// <param name="exit">The exit code, or minus the signal.</param>
    public static PistonGrade? OfFailure(StopReason? stopped, int exit, double seconds, double memoryMb)
    {
        var code = exit < 0 ? 128 - exit : exit;
        return (stopped, code) switch
        {
            (StopReason.Memory, _) or (null, 134) => Failed(134, $"Memory limit exceeded ({memoryMb}MB)"),
            (StopReason.Output, _) => Failed(153, $"Output limit exceeded"),
            (not null, _) or (null, 124 or 137 or 143) => Failed(124, $"Time limit exceeded ({seconds}s)"),
            (null, 0) => null,
            _ => Failed(code, $"Runtime error with exit code {code}"),
        };

        static PistonGrade Failed(int code, FormattableString why) => new("0\n", FormattableString.Invariant(why) + "\n", code);
    }

    /// <summary>As a stage of the answer, with what the submission's own run took.</summary>
    public PistonStage Stage(RunReport run) => new()
    {
        Stdout = Score,
        Stderr = Feedback,
        Output = Score + Feedback,
        Code = Code,
        Status = Code == 0 ? null : "RE",
        Message = Code == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"Exited with error status {Code}"),
        CpuTime = Math.Round(run.CpuMs),
        WallTime = Math.Round(run.WallMs),
        Memory = run.PeakKb << 10,
    };
}
