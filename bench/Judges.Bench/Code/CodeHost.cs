using Judges.Code;
using Judges.Hosting;

namespace Judges.Bench;

/// <summary>The code judge as a service has it, without its memory: every program shall really run.</summary>
internal sealed class CodeHost : IAsyncDisposable
{
    private readonly IHost _host;

    private CodeHost(IHost host) => _host = host;

    public IJudge<GradeCode> Judge => _host.Services.GetRequiredService<IJudge<GradeCode>>();

    public static async Task<CodeHost> Start(SandboxEngineKind kind, CancellationToken cancellationToken)
    {
        var host = Build(kind);
        await host.StartAsync(cancellationToken);
        return new CodeHost(host);
    }

    public static CodeJudgeOptions Options(SandboxEngineKind kind)
    {
        using var host = Build(kind);
        return host.Services.GetRequiredService<CodeJudgeOptions>();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }

    private static IHost Build(SandboxEngineKind kind)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddEnvironmentVariables();
        builder.Configuration.AddInMemoryCollection([new("CodeJudge:CacheEntries", "0"), new("CodeJudge:Engine", kind.ToString())]);
        builder.AddCodeJudge();
        return builder.Build();
    }
}
