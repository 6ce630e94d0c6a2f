using System.Net;
using System.Net.Sockets;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Core.Preflight;

namespace Veilor.Designer.Builds.Preflight;

/// <summary>
/// The names that a build contacts. Only those are looked up, and nothing is sent to them. Behind a proxy the proxy looks them up, so nothing is
/// concluded there.
/// </summary>
/// <param name="images">What is in the storages already: its registry is not needed.</param>
/// <param name="registries">The files of podman that name mirrors; null for this machine's.</param>
public sealed class NetworkChecks(ImageChecks? images, IReadOnlyList<string>? registries = null)
{
    private static readonly TimeSpan LookUpPatience = TimeSpan.FromSeconds(4);

    /// <summary>Environment variables that name a proxy.</summary>
    public static IReadOnlyList<string> ProxyVariables { get; } = ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"];

    /// <summary>Services that look up names or bring the network up, on Fedora and on Debian.</summary>
    private static readonly string[] Services = ["systemd-resolved", "NetworkManager", "systemd-networkd", "networking"];

    private static readonly string[] UnitFolders = ["/etc/systemd/system", "/usr/lib/systemd/system", "/lib/systemd/system"];

    public async Task<IReadOnlyList<PreflightCheck>> RunAsync(ImageDesign design, BuildChoices choices, CancellationToken cancellation)
    {
        var names = NeededNames.Of(design, choices).ToList();
        var hasProxy = ProxyVariables.Any(name => Environment.GetEnvironmentVariable(name) is { Length: > 0 });
        var found = await Task.WhenAll(names.Select(name => ResolvesAsync(name.Host, cancellation)));
        return [.. names.Zip(found, (name, resolves) => Check(name.Host, name.Purposes, resolves, hasProxy))];
    }

    /// <summary>Commands for a name that is not found: see what the machine says itself, then start anew what is there to look it up.</summary>
    public static EquatableArray<string> Repairs(string host, IEnumerable<string> unitFolders)
    {
        var folders = unitFolders.ToList();
        return
        [
            $"getent hosts {ShellCommandLine.Quote(host)}",
            .. Services.Where(service => folders.Any(folder => File.Exists(Path.Combine(folder, service + ".service")))).Select(service => $"sudo systemctl restart {service}"),
            "export HTTPS_PROXY=http://PROXY:PORT",
        ];
    }

    private PreflightCheck Check(string host, IReadOnlyList<string> purposes, bool resolves, bool hasProxy)
    {
        var isHere = purposes.All(IsHere);
        var hasMirror = !resolves && purposes.Any(purpose => purpose is NeededNames.Base or NeededNames.Builder) && RegistryMirrors.Has(host, registries ?? RegistryMirrors.Files());
        var isMissing = purposes.Any(purpose => purpose == NeededNames.Base ? !IsHere(purpose) : purpose == NeededNames.Builder && images?.NeedsBuilder == true);
        var state = resolves ? CheckState.Good
            : isHere ? CheckState.Unneeded
            : isMissing && !hasProxy && !hasMirror ? CheckState.Blocking : CheckState.Warning;
        var text = resolves ? "found" : hasProxy ? "not found here; a proxy is set, which may know it"
            : hasMirror ? "not found here; registries.conf names another place for its images, which is not looked at" : "the name cannot be resolved";
        var needed = string.Join(", ", purposes);
        return new PreflightCheck(
            "Network", host, state, isHere && !resolves ? $"{text}; {needed} is here already" : text, needed,
            state is CheckState.Good or CheckState.Unneeded ? [] : Repairs(host, UnitFolders));
    }

    private bool IsHere(string purpose) =>
        (purpose == NeededNames.Base && images?.BaseSize is not null) || (purpose == NeededNames.Builder && images?.HasBuilder == true);

    private static async Task<bool> ResolvesAsync(string host, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(LookUpPatience);
        try
        {
            return (await Dns.GetHostAddressesAsync(host, patience.Token)).Length > 0;
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException or ArgumentException)
        {
            cancellation.ThrowIfCancellationRequested();
            return false;
        }
    }
}
