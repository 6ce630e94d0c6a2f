using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Generation.Documents;

/// <summary>
/// Writes the unit that runs scripts once on each machine, and the program that it starts. A stamp in /var/lib for each
/// script says that it has run: systemd's ConditionFirstBoot is true only where /etc/machine-id is missing, which the
/// installers write, so it would never run there; and a script that a later update brings must still run.
/// </summary>
public sealed class FirstBootDocuments : IDocumentGenerator
{
    public IEnumerable<DesignDocument> Generate(GenerationInput input) =>
        input.Design.Scripts.FirstBoot.IsEmpty ? [] : [Program(input.Design), Unit(input.Design)];

    /// <summary>Where a script of the first boot lies in the image.</summary>
    internal static string PathInImage(ImageDesign design, RelativePath script) => $"{Folder(design)}/{script}";

    private static string Folder(ImageDesign design) => $"/usr/libexec/{design.Image.Name}/first-boot";

    private static DesignDocument Program(ImageDesign design)
    {
        var name = design.Image.Name;
        var field = ContentFields.FirstBootScripts;
        var writer = new DocumentWriter(BundlePaths.FirstBootProgram(name), DocumentLanguage.Shell, isExecutable: true)
            .From(field.Path, "One that fails has no stamp: the unit fails, and the next start begins there.")
            .Line("#!/usr/bin/bash")
            .Line("# Runs each of these scripts once on this machine, in this order. To run one again, remove its stamp.")
            .Line("set -euo pipefail")
            .LineAlso($"scripts={ShellText.Quote(Folder(design))}", [ImageFields.Name.Path])
            .LineAlso($"stamps={ShellText.Quote($"/var/lib/{name}/first-boot")}", [ImageFields.Name.Path])
            .Line()
            .Line("once() { # once SCRIPT")
            .Line("  [ ! -e \"$stamps/$1\" ] || return 0")
            .Line("  echo \"Running $1\"")
            .Line("  \"$scripts/$1\"")
            .Line("  mkdir -p \"$(dirname \"$stamps/$1\")\"")
            .Line("  : > \"$stamps/$1\"")
            .Line("}")
            .Line();
        foreach (var script in design.Scripts.FirstBoot)
        {
            writer.Line($"once {ShellText.Quote(script.ToString())}", field.PathOf(script));
        }

        return writer.ToDocument();
    }

    private static DesignDocument Unit(ImageDesign design)
    {
        var name = design.Image.Name;
        return new DocumentWriter(BundlePaths.FirstBootUnit(name), DocumentLanguage.Ini)
            .From(ContentFields.FirstBootScripts.Path, "Started at every boot: the program itself knows what has run.")
            .Line("[Unit]")
            .Line("Description=Run the first boot scripts of the image")
            .Line("Wants=network-online.target")
            .Line("After=network-online.target")
            .Line()
            .Line("[Service]")
            .Line("Type=oneshot")
            .Line("RemainAfterExit=yes")
            .LineAlso($"StateDirectory={name}", [ImageFields.Name.Path])
            .LineAlso($"ExecStart={BundlePaths.FirstBootProgram(name)["rootfs".Length..]}", [ImageFields.Name.Path])
            .Line()
            .Line("[Install]")
            .Line("WantedBy=multi-user.target")
            .ToDocument();
    }
}
