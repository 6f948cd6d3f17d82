using Perennial.Server;

return await CommandLine.RunAsync(args);
