using System.CommandLine;
using Judges.Training.Commands;

var root = new RootCommand("Trains a small mixture-of-experts policy on judged rollouts.")
{
    DemoCommand.Create(),
    TrainCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
