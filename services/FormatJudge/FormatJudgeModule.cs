using Judges.Format.Lengths;
using Judges.Format.Llm;
using Judges.Hosting;
using MassTransit;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Judges.Format;

/// <summary>What a host adds to hold the format judge.</summary>
public static class FormatJudgeModule
{
    public static IHostApplicationBuilder AddFormatJudge(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<IValidateOptions<FormatJudgeOptions>, FormatJudgeOptionsValidator>();
        builder.Services.AddOptions<FormatJudgeOptions>().BindConfiguration(FormatJudgeOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<LlmOptions>, LlmOptionsValidator>();
        builder.Services.AddOptions<LlmOptions>().BindConfiguration(LlmOptions.Section).ValidateOnStart();
        builder.Services.TryAddSingleton(static services => new FormatJudge(services.GetRequiredService<IOptions<FormatJudgeOptions>>().Value.Library(), Rubrics(services)));
        builder.Services.AddJudge<GradeFormat, FormatJudge>();
        return builder;
    }

    private static RubricJudge? Rubrics(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<LlmOptions>>().Value;
        if (!options.IsOn)
            return null;
        // The deadline of a call is the options', and an address that moves is found again.
        var http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Timeout.InfiniteTimeSpan };
        return new(new(http, options, services.GetRequiredService<TimeProvider>()), options);
    }

    public static IBusRegistrationConfigurator AddFormatJudgeConsumers(this IBusRegistrationConfigurator bus) =>
        bus.AddJudgeConsumer<GradeFormatRollouts, GradeFormat>(JudgeNames.Format);

    /// <summary>Maps <c>POST /v1/judge/format</c> and <c>POST /v1/judge/format/group-length</c>.</summary>
    public static IEndpointConventionBuilder MapFormatJudge(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGroupLength();
        return endpoints.MapJudge<GradeFormat>(JudgeNames.Format);
    }
}
