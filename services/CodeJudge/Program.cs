using Judges.Code;
using Judges.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddCodeJudge();
builder.AddJudgeDefaults(static bus => bus.AddCodeJudgeConsumers());

var app = builder.Build();
app.MapJudgeDefaults();
app.MapCodeJudge();
await app.RunAsync();
