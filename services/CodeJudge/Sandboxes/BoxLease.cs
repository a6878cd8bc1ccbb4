namespace Judges.Code;

/// <summary>One place of the pool while a submission has it.</summary>
public sealed class BoxLease(SandboxPool pool, int slot) : IDisposable
{
    // A box that fails us is replaced and the test run again this many times before it is our fault for good.
    private const int Retries = 2;

    // Boxes of the images that were used last stay warm.
    private const int MostBoxes = 4;

    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    private readonly LinkedList<(string Image, ISandbox Box)> _boxes = new();

    /// <summary>The engine's name.</summary>
    public string Engine => pool.EngineName;

    /// <summary>What held the latest run.</summary>
    public Confinement? Confinement { get; private set; }

    /// <summary>Runs one test on a clean box.</summary>
    public async Task<RunReport> Run(RunRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var image = BoxImages.Of(request);
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var box = await Box(image, cancellationToken);
                Confinement = box.Confinement;
                var report = await box.Run(request, cancellationToken);
                if (RunReading.IsOurFault(report))
                    throw new SandboxFaultException(report.Stopped is StopReason.Host
                        ? "the host ran out of memory"
                        : $"the harness failed before the submission ran ({RunReading.Ending(report)})");
                if (!report.Undecided)
                    return report;
                request = request with { Tester = request.Tester! with { MayShareTester = false } };
            }
            catch (SandboxUncleanException)
            {
                // Nobody's failure: a new box is clean.
                await Discard(image);
                attempt--;
            }
            catch (Exception fault) when (attempt < Retries && fault is SandboxFaultException or SandboxUnavailableException { MayPass: true })
            {
                await Discard(image);
                // An engine that is being started again is back after some seconds; a box that died is replaced at once.
                if (fault is SandboxUnavailableException)
                    await Task.Delay(_pause * (attempt + 1), cancellationToken);
            }
            catch
            {
                // Whatever happened, perhaps in the middle of a frame: this box cannot be trusted with another run.
                await Discard(image);
                throw;
            }
        }
    }

    public void Dispose() => pool.Return(this);

    internal async ValueTask DiscardAll()
    {
        while (_boxes.First is { } node)
            await Discard(node);
    }

    private async ValueTask<ISandbox> Box(string image, CancellationToken cancellationToken)
    {
        if (Find(image) is { } node)
        {
            _boxes.Remove(node);
            _boxes.AddFirst(node);
            return node.Value.Box;
        }
        while (_boxes.Count >= MostBoxes)
            await Discard(_boxes.Last!);
        var box = await pool.Start(slot, image, cancellationToken);
        _boxes.AddFirst((image, box));
        return box;
    }

    private ValueTask Discard(string image) => Find(image) is { } node ? Discard(node) : ValueTask.CompletedTask;

    private async ValueTask Discard(LinkedListNode<(string Image, ISandbox Box)> node)
    {
        _boxes.Remove(node);
        await node.Value.Box.DisposeAsync();
    }

    private LinkedListNode<(string Image, ISandbox Box)>? Find(string image)
    {
        for (var node = _boxes.First; node is not null; node = node.Next)
        {
            if (node.Value.Image == image)
                return node;
        }
        return null;
    }
}
