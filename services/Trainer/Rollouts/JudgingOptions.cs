using System.ComponentModel.DataAnnotations;

namespace Judges.Training.Rollouts;

/// <summary>How the trainer works with its judges.</summary>
internal sealed class JudgingOptions
{
    public const string Section = "Judges";

    /// <summary>Whether the judges run in this process; default true. False needs <c>Bus:Transport=RabbitMq</c>.</summary>
    public bool Embedded { get; set; } = true;

    /// <summary>After how many seconds without any verdict the missing ones are asked for again; default 60, range 1 to 3600.</summary>
    [Range(1, 3600)]
    public int PatienceSeconds { get; set; } = 60;

    /// <summary>How often the missing verdicts are asked for again before they count as judgeError; default 20, range 0 to 10000.</summary>
    [Range(0, 10000)]
    public int Retries { get; set; } = 20;
}
