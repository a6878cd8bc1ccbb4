using Judges.Training.Runs;

namespace Judges.Training.Reports;

/// <summary>What a person sees of a run while it goes on.</summary>
internal interface IRunView
{
    /// <summary>Something worth a line: where files lie, an evaluation, a warning.</summary>
    void Say(string line);

    /// <summary>A step is done.</summary>
    /// <param name="step">What it did.</param>
    /// <param name="lastStep">The step at which the run ends at the latest.</param>
    /// <param name="remaining">The time that the steps until then would take.</param>
    void Stepped(StepRecord step, int lastStep, TimeSpan remaining);

    /// <summary>Shows the live display while <paramref name="work"/> runs.</summary>
    Task During(Func<Task> work);
}
