using System.Security.Cryptography;
using System.Text;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Core.Generation.Documents;

/// <summary>
/// Writes how Flatpaks reach a machine. They live in /var, which an image does not carry and an update does not touch, so
/// each machine installs them itself: by <c>flatpak preinstall</c> where flatpak has it (1.17), else by name. The unit's
/// stamp holds the digest of the list, so that a changed list is followed once.
/// </summary>
public sealed class FlatpakDocuments : IDocumentGenerator
{
    public IEnumerable<DesignDocument> Generate(GenerationInput input)
    {
        var design = input.Design;
        if (design.Packages.Flatpaks.IsEmpty)
        {
            return [];
        }

        return [List(design), Script(design), Unit(design)];
    }

    /// <summary>The remote's name: that of its file.</summary>
    internal static string RemoteName(ImageDesign design)
    {
        var name = string.Concat(design.Packages.FlatpakRemote.FileName.Replace(".flatpakrepo", "", StringComparison.Ordinal)
            .Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));
        return name.Length == 0 || name[0] == '-' ? "apps" : name;
    }

    private static DesignDocument List(ImageDesign design)
    {
        var field = PackagesFields.Flatpaks;
        var writer = new DocumentWriter(BundlePaths.FlatpakList(design.Image.Name), DocumentLanguage.Ini)
            .From(field.Path, "flatpak preinstall makes the machine follow this list, and never brings back what a user removed.")
            .Line("# Flatpaks that belong to the image.");
        foreach (var id in design.Packages.Flatpaks)
        {
            writer.From(field.PathOf(id)).Line().Line($"[Flatpak Preinstall {id}]").Line("Branch=stable").Line("IsRuntime=false");
        }

        return writer.ToDocument();
    }

    private static DesignDocument Script(ImageDesign design)
    {
        var field = PackagesFields.Flatpaks;
        var remote = RemoteName(design);
        var writer = new DocumentWriter(BundlePaths.FlatpakScript(design.Image.Name), DocumentLanguage.Shell, isExecutable: true)
            .From(field.Path)
            .Line("#!/usr/bin/bash")
            .Line("# Installs the Flatpaks of the image. It runs on the machine, where /var is.")
            .Line("set -euo pipefail");
        writer.From(PackagesFields.FlatpakRemote.Path, "The file carries the remote's key, so the Flatpaks are checked.")
            .Line($"flatpak remote-add --system --if-not-exists {ShellText.Quote(remote)} {ShellText.Quote(design.Packages.FlatpakRemote.ToString())}");
        writer.From(field.Path, "flatpak before 1.17 has no preinstall; there the Flatpaks are named.")
            .Line("if flatpak preinstall --help >/dev/null 2>&1; then")
            .Line("  exec flatpak preinstall --system --noninteractive --assumeyes")
            .Line("fi")
            .LineAlso($"exec flatpak install --system --noninteractive --assumeyes --or-update {ShellText.Quote(remote)} \\", [PackagesFields.FlatpakRemote.Path]);
        for (var i = 0; i < design.Packages.Flatpaks.Count; i++)
        {
            var id = design.Packages.Flatpaks[i];
            writer.Line($"  {ShellText.Quote(id.ToString())}{(i < design.Packages.Flatpaks.Count - 1 ? " \\" : "")}", field.PathOf(id));
        }

        return writer.ToDocument();
    }

    private static DesignDocument Unit(ImageDesign design)
    {
        var name = design.Image.Name;
        var stamp = $"/var/lib/{name}/flatpaks-{Digest(design)}";
        return new DocumentWriter(BundlePaths.FlatpakUnit(name), DocumentLanguage.Ini)
            .From(PackagesFields.Flatpaks.Path, "The stamp's name holds a digest of the list: a changed list runs the unit once more.")
            .Line("[Unit]")
            .Line("Description=Install the Flatpaks of the image")
            .Line("Wants=network-online.target")
            .Line("After=network-online.target")
            .Line("ConditionPathExists=/usr/bin/flatpak")
            .LineAlso($"ConditionPathExists=!{stamp}", [ImageFields.Name.Path, PackagesFields.FlatpakRemote.Path])
            .Line()
            .Line("[Service]")
            .Line("Type=oneshot")
            .LineAlso($"StateDirectory={name}", [ImageFields.Name.Path])
            .LineAlso($"ExecStart=/usr/libexec/{name}-flatpaks", [ImageFields.Name.Path])
            .LineAlso($"ExecStartPost=/usr/bin/touch {stamp}", [ImageFields.Name.Path, PackagesFields.FlatpakRemote.Path])
            .Line("# Without a network it tries again.")
            .Line("Restart=on-failure")
            .Line("RestartSec=5min")
            .Line()
            .Line("[Install]")
            .Line("WantedBy=multi-user.target")
            .ToDocument();
    }

    private static string Digest(ImageDesign design) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{design.Packages.FlatpakRemote} {string.Join(' ', design.Packages.Flatpaks)}")))[..12];
}
