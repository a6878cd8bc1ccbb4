using Judges.Hosting;
using Judges.Format;

var builder = WebApplication.CreateBuilder(args);
builder.AddFormatJudge();
builder.AddJudgeDefaults(bus => bus.AddFormatJudgeConsumers());

var app = builder.Build();
app.MapJudgeDefaults();
app.MapFormatJudge();
await app.RunAsync();
