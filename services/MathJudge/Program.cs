using Judges.Hosting;
using Judges.Mathematics;

var builder = WebApplication.CreateBuilder(args);
builder.AddMathJudge();
builder.AddJudgeDefaults(bus => bus.AddMathJudgeConsumers());

var app = builder.Build();
app.MapJudgeDefaults();
app.MapMathJudge();
await app.RunAsync();
