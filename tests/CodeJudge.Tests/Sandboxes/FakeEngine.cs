using Judges.Code;

namespace CodeJudge.Tests.Sandboxes;

/// <summary>An engine whose boxes do what the test says; no process is started.</summary>
internal sealed class FakeEngine(Func<RunRequest, RunReport> run, bool clean = true) : ISandboxEngine
{
    public int Started { get; private set; }

    public int Disposed { get; private set; }

    public List<RunRequest> Requests { get; } = [];

    private bool IsClean => clean;

    private RunReport Run(RunRequest request) => run(request);

    public string Name => "fake";

    public Task<ISandbox> Start(int slot, string image, CancellationToken cancellationToken)
    {
        Started++;
        return Task.FromResult<ISandbox>(new Box(this));
    }

    public Judges.Code.CodeJudge Judge(CodeJudgeOptions? options = null)
    {
        options ??= new CodeJudgeOptions { Boxes = 1 };
        return new Judges.Code.CodeJudge(new SandboxPool(this, options), options, TimeProvider.System);
    }

    public static RunReport Result(string result) => new() { Exit = 0, Result = System.Text.Encoding.UTF8.GetBytes(result) };

    private sealed class Box(FakeEngine engine) : ISandbox
    {
        private bool _ran;

        public Confinement Confinement { get; } = new("cgroup", "ownUser");

        public Task<RunReport> Run(RunRequest request, CancellationToken cancellationToken)
        {
            if (_ran && !engine.IsClean)
                throw new SandboxUncleanException();
            _ran = true;
            engine.Requests.Add(request);
            return Task.FromResult(engine.Run(request));
        }

        public ValueTask DisposeAsync()
        {
            engine.Disposed++;
            return ValueTask.CompletedTask;
        }
    }
}
