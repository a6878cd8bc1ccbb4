using Judges;
using Judges.Hosting;
using Microsoft.AspNetCore.TestHost;

namespace Hosting.Tests.Http;

/// <summary>A host with the fake math judge and no other.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestHost(WebApplication app) => _app = app;

    public HttpClient Client => _app.GetTestClient();

    public static async Task<TestHost> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.AddJudgeDefaults(static _ => { });
        builder.Services.AddSingleton(new FakeJudge());
        builder.Services.AddJudge<GradeMath, FakeJudge>();
        var app = builder.Build();
        app.MapJudgeDefaults();
        app.MapJudge<GradeMath>(JudgeNames.Math);
        app.MapJudgePanel();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
