using Veilor.Designer.CommandLine;

return await DesignerCommandLine.RunAsync(args, Console.Out, Console.Error);
