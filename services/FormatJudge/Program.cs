using Judges.Format;
using Judges.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddFormatJudge();
builder.AddJudgeDefaults(bus => bus.AddFormatJudgeConsumers());

var app = builder.Build();
app.MapJudgeDefaults();
app.MapFormatJudge();
await app.RunAsync();
