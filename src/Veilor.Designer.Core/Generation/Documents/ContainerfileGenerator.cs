using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Core.Generation.Documents;

/// <summary>
/// Writes the Containerfile. The order serves the layer cache and the reviewer: what changes seldom comes first.
/// Only what buildah 1.28 accepts is used: no heredoc, no ADD --checksum, no tmpfs mount.
/// </summary>
public sealed class ContainerfileGenerator : IDocumentGenerator
{
    public IEnumerable<DesignDocument> Generate(GenerationInput input)
    {
        var writer = new DocumentWriter(BundlePaths.Containerfile, DocumentLanguage.Containerfile);
        WriteBase(writer, input.Design);
        ContainerfileFiles.WriteScripts(writer, input, ContentFields.ScriptsBeforePackages, "# Scripts before the packages");
        ContainerfilePackages.Write(writer, input.Design);
        ContainerfileFiles.Write(writer, input);
        WriteSystem(writer, input.Design);
        WriteServices(writer, input.Design);
        WriteInitramfs(writer, input.Design);
        WriteFinish(writer, input.Design);
        return [writer.ToDocument()];
    }

    /// <summary>Writes verbatim lines of the person's own.</summary>
    internal static void WriteExtra(DocumentWriter writer, string text, FieldPath origin)
    {
        if (text.Length > 0)
        {
            writer.From(origin, "Lines of your own, taken as they are.").Line().Lines(text);
        }
    }

    private static void WriteBase(DocumentWriter writer, ImageDesign design)
    {
        var image = design.Image;
        writer.From(ImageFields.Title.Path)
            .Line("# Written by Veilor Designer from design.toml: change the design, not this file.", ImageFields.Title.Path, "First, because a parser takes a first comment such as escape=` for an order to itself.")
            .Line($"# {design.DisplayTitle()}", NamedBy.Title(design), "What the image is called, for whoever opens the file.")
            .Line();
        if (image.Digest is null)
        {
            writer.From(ImageFields.Base.Path, "A tag moves: the same design can give another image tomorrow. The field Base digest pins it.");
        }
        else
        {
            writer.From([ImageFields.Digest.Path, ImageFields.Base.Path], "Pinned by digest, so the same design gives the same base.")
                .Line($"# {image.Base}");
        }

        writer.Line($"FROM {design.BaseReference()}", NamedBy.Base(design));
        WriteLabels(writer, design);
    }

    private static void WriteLabels(DocumentWriter writer, ImageDesign design)
    {
        const string Annotation = "A name that the OCI image specification reserves, so registries and tools know where to look.";
        var labels = new List<(string Key, string Value, EquatableArray<FieldPath> Origins, string Reason)>
        {
            ("org.opencontainers.image.title", design.DisplayTitle(), NamedBy.Title(design), Annotation),
            ("org.opencontainers.image.version", design.Image.Version.ToString(), [ImageFields.Version.Path], "bootc status shows the version label."),
        };
        if (design.Image.Description.Length > 0)
        {
            labels.Add(("org.opencontainers.image.description", design.Image.Description, [ImageFields.Description.Path], Annotation));
        }

        if (design.Branding.HomeUrl is { } home)
        {
            labels.Add(("org.opencontainers.image.url", home.ToString(), [BrandingFields.HomeUrl.Path], Annotation));
        }

        if (design.Image.Vendor.Length > 0)
        {
            labels.Add(("org.opencontainers.image.vendor", design.Image.Vendor, [ImageFields.Vendor.Path], Annotation));
        }

        labels.AddRange(design.Image.Labels.Select(label => (label.Key.ToString(), label.Value, (EquatableArray<FieldPath>)[ImageFields.Labels.PathOf(label)], "A label of your own; machines do not see it.")));
        writer.From(ImageFields.Version.Path, "bootc status shows the version label. The label containers.bootc=1 comes from the base.")
            .Line()
            .Line("# Labels: what registries and bootc status show");
        for (var i = 0; i < labels.Count; i++)
        {
            var (key, value, origins, reason) = labels[i];
            writer.Line($"{(i == 0 ? "LABEL " : "      ")}{key}={ContainerfileText.Quote(value)}{(i < labels.Count - 1 ? " \\" : "")}", origins, reason);
        }
    }

    private static void WriteSystem(DocumentWriter writer, ImageDesign design)
    {
        if (design.System.TimeZone is { } zone)
        {
            writer.From(SystemFields.TimeZone.Path, "The link is what systemd reads; an installer may set another zone.")
                .Line()
                .Line("# Time zone")
                .Line($"RUN ln -sf {ShellText.Quote("../usr/share/zoneinfo/" + zone)} /etc/localtime");
        }

        ContainerfileSystem.Write(writer, design);
        OsReleaseBlock.Write(writer, design);
    }

    private static void WriteServices(DocumentWriter writer, ImageDesign design)
    {
        var services = design.Services;
        WriteUnits(writer, "enable", "# Units that start; an unknown one ends the build", services.Enable, ServicesFields.Enable);
        WriteGeneratedUnits(writer, design);
        WriteUnits(writer, "disable", "# Units that do not start by themselves", services.Disable, ServicesFields.Disable);
        WriteUnits(writer, "mask", "# Units that nothing may start", services.Mask, ServicesFields.Mask);
        if (services.DefaultTarget is { } target)
        {
            writer.From(ServicesFields.DefaultTarget.Path)
                .Line()
                .Line("# What the machine boots into")
                .Line($"RUN systemctl set-default {ShellText.Quote(target.ToString())}");
        }

        if (design.Users.LockRoot)
        {
            writer.From(UsersFields.LockRoot.Path, "The installer locks root once more on the machine, because /etc/shadow there is its own.")
                .Line()
                .Line("# No password opens root; people use sudo")
                .Line("RUN passwd -l root");
        }
    }

    private static void WriteGeneratedUnits(DocumentWriter writer, ImageDesign design)
    {
        var units = GeneratedUnits.Of(design).ToList();
        if (units.Count == 0)
        {
            return;
        }

        writer.From([.. units.Select(unit => unit.Origin)]).Line().Line("# Units that the designer writes, for what only a machine can do").Line("RUN systemctl enable \\");
        for (var i = 0; i < units.Count; i++)
        {
            writer.Line($"      {ShellText.Quote(units[i].Unit.ToString())}{(i < units.Count - 1 ? " \\" : "")}", [units[i].Origin, ImageFields.Name.Path]);
        }
    }

    private static void WriteUnits(
        DocumentWriter writer,
        string verb,
        string comment,
        EquatableArray<Values.UnitName> units,
        ListField<Values.UnitName> field)
    {
        if (units.IsEmpty)
        {
            return;
        }

        writer.From(field.Path).Line().Line(comment).Line($"RUN systemctl {verb} \\");
        for (var i = 0; i < units.Count; i++)
        {
            writer.Line($"      {ShellText.Quote(units[i].ToString())}{(i < units.Count - 1 ? " \\" : "")}", field.PathOf(units[i]));
        }
    }

    private static void WriteInitramfs(DocumentWriter writer, ImageDesign design)
    {
        if (design.Branding.PlymouthTheme is { } theme)
        {
            writer.From(BrandingFields.PlymouthTheme.Path)
                .Line()
                .Line("# Boot splash")
                .Line($"RUN plymouth-set-default-theme {ShellText.Quote(theme.ToString())}");
        }

        if (!design.NeedsInitramfs())
        {
            return;
        }

        writer.From(InitramfsCauses(design), "The boot splash, the passphrase prompt and module rules are read from the initramfs, which the base built without them.", LineBond.Follows)
            .Line()
            .Line("# Initramfs: rebuilt, because what is shown and loaded at boot is read from it")
            .Line("RUN kver=$(ls /usr/lib/modules) \\")
            .Line("    && DRACUT_NO_XATTR=1 dracut --force --no-hostonly --reproducible --zstd \\")
            .Line("         \"/usr/lib/modules/$kver/initramfs.img\" \"$kver\"");
    }

    /// <summary>The fields of <see cref="DesignFacts.NeedsInitramfs"/> that ask for it.</summary>
    private static EquatableArray<FieldPath> InitramfsCauses(ImageDesign design) =>
    [
        .. design.Branding.PlymouthTheme is null ? (FieldPath[])[] : [BrandingFields.PlymouthTheme.Path],
        .. design.Packages.Kernel.IsEmpty ? (FieldPath[])[] : [PackagesFields.Kernel.Path],
        .. design.Storage.Partitions.Where(partition => partition.Encrypted).Select(partition => StorageFields.Partitions.PathOf(partition, "encrypted")),
        .. design.Kernel.BlockedModules.IsEmpty ? (FieldPath[])[] : [KernelFields.BlockedModules.Path],
    ];

    private static void WriteFinish(DocumentWriter writer, ImageDesign design)
    {
        WriteExtra(writer, design.Extra.BeforeLint, ContentFields.BeforeLint.Path);
        var digest = BuildScripts.KeepVarDigest;
        writer.From(ImageFields.Base.Path, "/var is unpacked at the first installation only. A directory that a service needs must be made by systemd-tmpfiles on every machine.", LineBond.Fixed)
            .Line()
            .Line("# Directories in /var: described in tmpfiles.d, so that every machine has them")
            .Line("RUN --mount=type=bind,source=build,target=/run/build \\")
            .Line($"    bash /run/build/keep-var.sh # {digest}");
        writer.From(ImageFields.Base.Path, "Logs, caches and mount points of the build would be lint warnings and dead weight.", LineBond.Fixed)
            .Line()
            .Line("# Traces of the build")
            .Line("RUN rm -rf /run/build /run/dnf /var/cache/* /var/lib/dnf /tmp/* \\")
            .Line("    && find /var/log -type f -delete");
        writer.From(ImageFields.Base.Path, "The checks that bootc itself makes. A fatal finding ends the build here and not on a machine.", LineBond.Fixed)
            .Line()
            .Line("RUN bootc container lint");
    }
}
