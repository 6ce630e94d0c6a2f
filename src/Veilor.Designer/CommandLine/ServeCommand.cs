using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Veilor.Designer.Hosting;

namespace Veilor.Designer.CommandLine;

/// <summary>
/// <c>serve</c>: prints the link that lets a browser in, opens the browser, and serves until it is stopped.
/// </summary>
public static class ServeCommand
{
    public const string Name = "serve";

    public static Command Create()
    {
        var port = new Option<int>("--port")
        {
            Description = "The port on localhost; 0 takes a free one.",
            HelpName = "PORT",
            DefaultValueFactory = _ => DesignerHostOptions.DefaultPort,
            CustomParser = ParsePort,
        };
        var noBrowser = new Option<bool>("--no-browser") { Description = "Only print the link." };
        var workspace = new Option<string?>("--workspace")
        {
            Description = "The folder for designs and runs. Default: $XDG_STATE_HOME/veilor-designer.",
            HelpName = "DIR",
        };
        workspace.Validators.Add(RequireName);

        var command = new Command(Name, "Serve the designer to a browser on this machine (the default).")
        {
            port,
            noBrowser,
            workspace,
        };
        command.SetAction((parsed, cancellationToken) => ServeAsync(
            parsed.GetValue(port),
            opensBrowser: !parsed.GetValue(noBrowser),
            parsed.GetValue(workspace),
            parsed.InvocationConfiguration,
            cancellationToken));
        return command;
    }

    private static async Task<int> ServeAsync(
        int port,
        bool opensBrowser,
        string? workspace,
        InvocationConfiguration console,
        CancellationToken cancellationToken)
    {
        DesignerHost host;
        try
        {
            host = await DesignerHost.StartAsync(new DesignerHostOptions
            {
                Port = port,
                Workspace = WorkspaceLocation.Resolve(workspace, Environment.GetEnvironmentVariable),
            }, cancellationToken);
        }
        catch (Exception e) when (e is PortUnavailableException or WorkspaceUnavailableException)
        {
            await console.Error.WriteLineAsync(e.Message);
            return ExitStatus.Failure;
        }

        await using (host)
        {
            await console.Output.WriteLineAsync(host.EntryUrl.AbsoluteUri);
            await console.Output.FlushAsync(cancellationToken);
            if (opensBrowser && BrowserLauncher.HasDisplay(Environment.GetEnvironmentVariable))
                _ = host.OpenBrowserAsync();
            _ = host.WarmUpAsync();
            await host.WaitForShutdownAsync(cancellationToken);
        }
        return ExitStatus.Success;
    }

    private static int ParsePort(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            return port;
        result.AddError($"'{text}' is not a port. A port is a whole number from 0 to {ushort.MaxValue}.");
        return default;
    }

    private static void RequireName(OptionResult result)
    {
        if (result.Tokens is [{ Value: "" }])
            result.AddError("--workspace needs the name of a folder.");
    }
}
