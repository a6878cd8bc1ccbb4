using Judges.Hosting;
using MassTransit;

namespace Judges.Mathematics;

/// <summary>What a host adds to hold the math judge.</summary>
public static class MathJudgeModule
{
    public static IHostApplicationBuilder AddMathJudge(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddJudge<GradeMath, MathJudge>();
        return builder;
    }

    public static IBusRegistrationConfigurator AddMathJudgeConsumers(this IBusRegistrationConfigurator bus) =>
        bus.AddJudgeConsumer<GradeMathRollouts, GradeMath>(JudgeNames.Math);

    /// <summary>Maps <c>POST /v1/judge/math</c> and <c>POST /v1/extract</c>.</summary>
    public static IEndpointConventionBuilder MapMathJudge(this IEndpointRouteBuilder endpoints)
    {
        ExtractionDoor.Map(endpoints);
        return endpoints.MapJudge<GradeMath>(JudgeNames.Math);
    }
}
