using Veilor.Designer.CommandLine;

return await DesignerCommandLine.RunAsync(args, Console.OpenStandardOutput(), Console.Error);
