using Judges.Standalone;

return await CommandLine.Run(args);
