using Judges.Code;
using Judges.Format;
using Judges.Hosting;
using Judges.Mathematics;
using MassTransit;

namespace Judges.Standalone;

/// <summary>The judges that a host can be made of, by name.</summary>
internal static class JudgeModules
{
    public static readonly IReadOnlyList<string> Names = [JudgeNames.Math, JudgeNames.Format, JudgeNames.Code];

    public static void AddJudges(this IHostApplicationBuilder builder, IReadOnlyCollection<string> names)
    {
        if (names.Contains(JudgeNames.Math))
            builder.AddMathJudge();
        if (names.Contains(JudgeNames.Format))
            builder.AddFormatJudge();
        if (names.Contains(JudgeNames.Code))
            builder.AddCodeJudge();
    }

    public static void AddJudgeConsumers(this IBusRegistrationConfigurator bus, IReadOnlyCollection<string> names)
    {
        if (names.Contains(JudgeNames.Math))
            bus.AddMathJudgeConsumers();
        if (names.Contains(JudgeNames.Format))
            bus.AddFormatJudgeConsumers();
        if (names.Contains(JudgeNames.Code))
            bus.AddCodeJudgeConsumers();
    }

    public static void MapJudges(this WebApplication app, IReadOnlyCollection<string> names)
    {
        app.MapJudgePanel();
        if (names.Contains(JudgeNames.Math))
            app.MapMathJudge();
        if (names.Contains(JudgeNames.Format))
            app.MapFormatJudge();
        if (names.Contains(JudgeNames.Code))
            app.MapCodeJudge();
    }
}
