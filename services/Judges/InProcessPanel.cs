using Judges.Hosting;

namespace Judges.Standalone;

/// <summary>All judges in this process, without HTTP and without a bus; what they log goes to standard error.</summary>
internal sealed class InProcessPanel : IAsyncDisposable
{
    private readonly IHost _host;

    private InProcessPanel(IHost host) => _host = host;

    public JudgePanel Panel => _host.Services.GetRequiredService<JudgePanel>();

    public TimeProvider Time => _host.Services.GetRequiredService<TimeProvider>();

    public static async Task<InProcessPanel> Start(CancellationToken cancellationToken)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ToStandardError(LogLevel.Warning);
        builder.AddJudges(JudgeModules.Names);
        var host = builder.Build();
        await host.StartAsync(cancellationToken);
        return new InProcessPanel(host);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        if (_host is IAsyncDisposable host)
            await host.DisposeAsync();
        else
            _host.Dispose();
    }
}
