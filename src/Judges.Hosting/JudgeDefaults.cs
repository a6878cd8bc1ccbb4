using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Judges.Hosting;

/// <summary>What every host of judges has: the bus, health, OpenAPI, ProblemDetails, metrics.</summary>
public static class JudgeDefaults
{
    /// <param name="builder">The host's builder.</param>
    /// <param name="configureBus">Adds the host's consumers, as in <c>bus => bus.AddMathJudgeConsumers()</c>.</param>
    public static IHostApplicationBuilder AddJudgeDefaults(
        this IHostApplicationBuilder builder, Action<IBusRegistrationConfigurator> configureBus)
    {
        builder.Services.AddJudgeGrading();
        builder.Services.AddJudgeBus(builder.Configuration, configureBus);
        builder.Services.AddHealthChecks();
        builder.Services.AddProblemDetails();
        builder.Services.AddOpenApi();
        builder.Services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, JudgesJson.Default));
        return builder;
    }

    /// <summary>The services that a judge needs to be asked in process: clock, metrics, guard, panel.</summary>
    public static IServiceCollection AddJudgeGrading(this IServiceCollection services)
    {
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<JudgeMetrics>();
        services.TryAddSingleton<JudgePanel>();
        return services;
    }

    /// <summary>Registers a judge's core behind its guard; each judge's <c>AddXxxJudge</c> calls it.</summary>
    public static IServiceCollection AddJudge<TRequest, TJudge>(this IServiceCollection services)
        where TRequest : GradeRequest
        where TJudge : class, IJudge<TRequest>
    {
        services.AddJudgeGrading();
        services.TryAddSingleton<TJudge>();
        services.TryAddSingleton<IJudge<TRequest>>(static provider => provider.GetRequiredService<TJudge>());
        services.TryAddSingleton<GuardedJudge<TRequest>>();
        return services;
    }

    /// <summary>Maps health (<c>/health/live</c>, <c>/health/ready</c>), OpenAPI (<c>/openapi/v1.json</c>) and error pages as ProblemDetails.</summary>
    public static WebApplication MapJudgeDefaults(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = static _ => false });
        app.MapHealthChecks("/health/ready");
        app.MapOpenApi();
        return app;
    }
}
