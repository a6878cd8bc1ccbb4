namespace Judges.Code;

/// <summary>One place of the pool while a submission has it.</summary>
public sealed class BoxLease(SandboxPool pool, int slot) : IDisposable
{
    // A box that fails us is replaced and the test run again this many times before it is our fault for good.
    private const int Retries = 2;

    private ISandbox? _box;

    /// <summary>The engine's name.</summary>
    public string Engine => pool.EngineName;

    /// <summary>What held the latest run.</summary>
    public Confinement? Confinement { get; private set; }

    /// <summary>Runs one test on a clean box.</summary>
    public async Task<RunReport> Run(RunRequest request, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                _box ??= await pool.Start(slot, cancellationToken);
                Confinement = _box.Confinement;
                var report = await _box.Run(request, cancellationToken);
                if (RunReading.IsOurFault(report))
                    throw new SandboxFaultException($"the harness failed before the submission ran ({RunReading.Ending(report)})");
                if (!report.Clean)
                    await Discard();
                return report;
            }
            catch (SandboxFaultException) when (attempt < Retries)
            {
                await Discard();
            }
            catch
            {
                // Whatever happened, perhaps in the middle of a frame: this box cannot be trusted with another run.
                await Discard();
                throw;
            }
        }
    }

    public void Dispose() => pool.Return(this);

    internal async ValueTask Discard()
    {
        if (_box is { } box)
        {
            _box = null;
            await box.DisposeAsync();
        }
    }
}
