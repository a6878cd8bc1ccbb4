using Judges.Hosting;
using MassTransit;
namespace Judges.Code;
internal static class Stub { private static void Main() { } }
public static class CodeModule
{
    public static IHostApplicationBuilder AddCodeJudge(this IHostApplicationBuilder b) { b.Services.AddJudge<GradeCode, CodeCore>(); return b; }
    public static void AddCodeJudgeConsumers(this IBusRegistrationConfigurator bus) { }
    public static void MapCodeJudge(this IEndpointRouteBuilder app) => app.MapJudge<GradeCode>("Code".ToLowerInvariant());
}
internal sealed class CodeCore : IJudge<GradeCode>
{
    public string Name => "Code".ToLowerInvariant(); public string Version => "stub";
    public ValueTask<Verdict> Grade(GradeCode r, CancellationToken c) => new(new Verdict { Judge = Name, Outcome = Outcome.WrongAnswer, Reward = 0, JudgeVersion = Version });
}
