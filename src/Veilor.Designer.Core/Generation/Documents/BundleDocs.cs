using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Core.Generation.Documents;

/// <summary>Writes the bundle's README, its build guide and its ignore files.</summary>
public sealed class BundleDocs : IDocumentGenerator
{
    public IEnumerable<DesignDocument> Generate(GenerationInput input)
    {
        var design = input.Design;
        return [Readme(design), BuildGuide(design), Ignore(BundlePaths.GitIgnore, "output/").ToDocument(), ContainerIgnore(input)];
    }

    private static DesignDocument Readme(ImageDesign design)
    {
        var writer = new DocumentWriter(BundlePaths.Readme, DocumentLanguage.Markdown)
            .From(NamedBy.Title(design))
            .Line($"# {MarkdownText.Escape(design.DisplayTitle())}");
        if (design.Image.Description.Length > 0)
        {
            writer.From(ImageFields.Description.Path).Line().Line(MarkdownText.Escape(design.Image.Description));
        }

        writer.From(ImageFields.Base.Path, bond: LineBond.Fixed)
            .Line()
            .Line($"A bootable container image, built on `{design.BaseReference()}`. Every file but those in `overlay/`, `assets/` and `scripts/`", NamedBy.Base(design))
            .Line("is written from `design.toml`: open that in Veilor Designer, change the design and export again.")
            .Line()
            .Line("| Path | What it is |")
            .Line("|---|---|")
            .Line("| `Containerfile` | builds the image |")
            .Line("| `rootfs/` | generated settings, copied into the image |")
            .Line("| `overlay/`, `assets/`, `scripts/` | files of your own and scripts of the build |")
            .Line("| `build/` | configs for the image builders, and two scripts that the Containerfile runs |")
            .Line("| `kickstart/` | what the installer is told |")
            .Line("| `test/` | checks of the built image and the ISO |")
            .Line("| `docs/BUILD-bootc.md` | how to build, test, install and update |")
            .Line("| `design.toml` | the design itself |")
            .Line()
            .Line("Build it:")
            .Line()
            .Line("```sh");
        WriteBuildCommands(writer, design);
        writer.Line("```");
        WriteSecrets(writer, design);
        return writer.ToDocument();
    }

    private static void WriteBuildCommands(DocumentWriter writer, ImageDesign design)
    {
        var image = ShellText.Quote(design.BuiltReference().ToString());
        writer.Line($"{SecretMounts.BuildCommand(design)} --tag {image} .", [.. NamedBy.Built(design), .. SecretMounts.Origins(design)])
            .Line($"sudo test/smoke.sh {image}", NamedBy.Built(design));
    }

    /// <summary>What a build asks for that no file of the folder holds.</summary>
    private static void WriteSecrets(DocumentWriter writer, ImageDesign design)
    {
        if (design.Extra.Secrets.IsEmpty)
        {
            return;
        }

        var (origins, reason, bond) = (SecretMounts.Origins(design), "No file of the bundle holds a secret, so whoever builds must have it.", LineBond.Carries);
        writer.From(origins, reason, bond)
            .Line()
            .Line("The build takes secrets that no file here holds and that no layer of the image gets:")
            .Line()
            .Line("| Secret | What it is for | Taken from | In the GitHub workflow |")
            .Line("|---|---|---|---|");
        foreach (var (secret, name) in SecretMounts.InWorkflow(design))
        {
            writer.Line(
                $"| `{secret.Id}` | {MarkdownText.Escape(secret.Purpose.Length > 0 ? secret.Purpose : "the build")} | {(secret.From.IsFile ? "the file" : "the variable")} {MarkdownText.Escape(secret.From.ToString())} | the repository's secret `{name}` |",
                SecretFields.Secrets.PathOf(secret));
        }
    }

    private static DesignDocument BuildGuide(ImageDesign design)
    {
        var image = design.BuiltReference().ToString();
        var writer = new DocumentWriter(BundlePaths.BuildGuide, DocumentLanguage.Markdown)
            .From(ImageFields.Title.Path, bond: LineBond.Fixed)
            .Line($"# Building {MarkdownText.Escape(design.DisplayTitle())}", NamedBy.Title(design))
            .Line()
            .Line("Needed: podman, and root's rights for disk images and the ISO, because the builder reads root's container")
            .Line("storage. An image built without sudo is not in it.")
            .Line()
            .Line("## The container image")
            .Line()
            .Line("```sh");
        WriteBuildCommands(writer, design);
        writer.Line("```");
        WriteSecrets(writer, design);
        writer.From(ImageFields.Title.Path, bond: LineBond.Fixed)
            .Line()
            .Line("The build ends with `bootc container lint`. `test/smoke.sh` looks into the image and checks what the design promises.");
        WriteTypes(writer, design, image);
        WriteInstall(writer, design, image);
        return writer.ToDocument();
    }

    private static void WriteTypes(DocumentWriter writer, ImageDesign design, string image)
    {
        foreach (var type in design.Outputs.ImageTypes)
        {
            writer.From([DeliveryFields.ImageTypes.PathOf(type), DeliveryFields.Builder.Path])
                .Line()
                .Line($"## {DeliveryFields.ImageTypes.Codec.Choices.First(choice => choice.Value == type).Label}")
                .Line();
            if (type.IsDisk() && design.Storage.HasEncryption)
            {
                writer.Line("This disk is **not encrypted**: the builders know no LUKS. Only the installer ISO encrypts.", [StorageFields.Partitions.Path, DeliveryFields.ImageTypes.PathOf(type)]).Line();
            }

            writer.Line("```sh");
            if (design.InstallerOf(type) is { } installer)
            {
                writer.Line($"sudo podman pull {ShellText.Quote(installer.ToString())}", DeliveryFields.InstallerImage.Path, "The builder never pulls.");
            }

            writer.Line("mkdir -p output")
                .LineAlso("sudo podman " + ShellText.Join(BuilderCommand.Arguments(design, type, image)), [DeliveryFields.RootFileSystem.Path, .. NamedBy.Built(design)])
                .Line("```")
                .Line()
                .Line(design.Outputs.Builder == BuilderKind.BootcImageBuilder && !type.NeedsImageBuilder()
                    ? $"The result is `{BuilderCommand.OutputPath(type)}`."
                    : "The result is in `output/`, named after distribution, type and architecture.");
        }
    }

    private static void WriteInstall(DocumentWriter writer, ImageDesign design, string image)
    {
        var isos = design.Outputs.ImageTypes.Where(type => type.IsIso()).Select(DeliveryFields.ImageTypes.PathOf).ToEquatableArray();
        if (!isos.IsEmpty)
        {
            writer.From([DeliveryFields.InstallerMode.Path, .. isos])
                .Line()
                .Line("## Installing")
                .Line()
                .Line("`test/boot-iso.sh` starts the ISO in QEMU with an empty disk. What the machine says is kept in `output/boot-iso/`: the serial console and Anaconda's log.")
                .Line();
            if (design.HasOwnKickstart())
            {
                writer.Line("The kickstart is one of your own: what the installer erases and how it partitions is written there.", [DeliveryFields.OwnKickstart.Path, StorageFields.Wipe.Path, .. isos]);
            }
            else
            {
                WriteErased(writer, design.Storage, isos);
            }
        }

        if (design.Publish.Repository is null)
        {
            return;
        }

        writer.From([DeliveryFields.Repository.Path, DeliveryFields.Tag.Path])
            .Line()
            .Line("## Updating")
            .Line()
            .Line($"Installed machines follow `{image}`:")
            .Line()
            .Line("```sh")
            .Line("sudo bootc upgrade")
            .Line("sudo bootc rollback   # back to the image before")
            .Line("```")
            .Line()
            .Line("A machine with another bootc image changes over with:")
            .Line()
            .Line("```sh")
            .Line($"sudo bootc switch {ShellText.Quote(image)}")
            .Line("```")
            .Line()
            .Line($"A stock Fedora installer can install the image from the registry with `{BundlePaths.InstallKickstart}`.");
    }

    private static void WriteErased(DocumentWriter writer, StorageSection storage, EquatableArray<FieldPath> isos)
    {
        writer.Line(storage.Wipe switch
        {
            WipePolicy.All => "**The installer erases the disks it uses without asking again.**",
            WipePolicy.Linux => "The installer erases Linux partitions; others stay.",
            _ => "The installer erases nothing and needs free space.",
        }, [StorageFields.Wipe.Path, DeliveryFields.OwnKickstart.Path, .. isos]);
        if (storage.HasEncryption)
        {
            writer.Line("It asks for the disk passphrase; no file holds one.", [StorageFields.Partitions.Path, DeliveryFields.OwnKickstart.Path, .. isos]);
        }
    }

    /// <summary>What stays out of the build context, and with it out of the image.</summary>
    private static DesignDocument ContainerIgnore(GenerationInput input)
    {
        var writer = Ignore(BundlePaths.ContainerIgnore)
            .Line(".git", DeliveryFields.ImageTypes.Path, "The history of the folder is no part of an image, and every commit would make the build's cache useless.")
            .Line("output");
        foreach (var (path, origin) in OverlayLeftOut.Paths(input))
        {
            writer.Line($"overlay/{path}", origin, "COPY overlay/ leaves it out.");
        }

        return writer.ToDocument();
    }

    private static DocumentWriter Ignore(string path, params string[] lines)
    {
        var writer = new DocumentWriter(path, DocumentLanguage.PlainText)
            .From(DeliveryFields.ImageTypes.Path, "What the image builders leave here does not belong into git or into the build context.");
        foreach (var line in lines)
        {
            writer.Line(line);
        }

        return writer;
    }
}
