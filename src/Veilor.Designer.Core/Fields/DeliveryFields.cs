using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Fields;

/// <summary>The fields of the sections <c>installer</c>, <c>outputs</c>, <c>publish</c> and <c>workflow</c>: how the image reaches machines.</summary>
public static class DeliveryFields
{
    public static ScalarField<InstallerMode> InstallerMode { get; } = new(
        "installer.mode", "Installation",
        "Interactive asks a person for what the kickstart leaves open, such as the disk passphrase. Unattended must find everything in it.",
        Codecs.OneOf(
            (Design.InstallerMode.Interactive, "interactive", "interactive"),
            (Design.InstallerMode.Unattended, "unattended", "unattended")),
        design => design.Installer.Mode,
        (design, value) => design with { Installer = design.Installer with { Mode = value } });

    public static ScalarField<string> ExtraKickstart { get; } = new(
        "installer.extra_kickstart", "Own kickstart lines",
        "Added before the closing commands, as they are.",
        Codecs.Lines,
        design => design.Installer.ExtraKickstart,
        (design, value) => design with { Installer = design.Installer with { ExtraKickstart = value } });

    public static ScalarField<string> OwnKickstart { get; } = new(
        "installer.own_kickstart", "Own kickstart",
        "A whole kickstart that takes the place of the generated one. It is checked as the installer would read it. Language, users, disk and all else must stand in it; the source of the image is added. Empty uses the generated one.",
        Codecs.Lines,
        design => design.Installer.OwnKickstart,
        (design, value) => design with { Installer = design.Installer with { OwnKickstart = value } });

    public static ListField<AnacondaModule> EnabledModules { get; } = new(
        "installer.enabled_modules", "Further parts of the installer",
        "Anaconda modules that the builder's ISO has besides its own: Users, Services, Security, Network, Payloads, Runtime and Storage. Localization and Timezone are switched on where the kickstart needs them.",
        AnacondaModules,
        design => design.Installer.EnabledModules,
        (design, value) => design with { Installer = design.Installer with { EnabledModules = value } });

    public static ListField<AnacondaModule> DisabledModules { get; } = new(
        "installer.disabled_modules", "Parts of the installer left out",
        "Anaconda modules that the ISO does not start. A line of the kickstart for a module that is not there is ignored.",
        AnacondaModules,
        design => design.Installer.DisabledModules,
        (design, value) => design with { Installer = design.Installer with { DisabledModules = value } });

    public static ListField<ImageType> ImageTypes { get; } = new(
        "outputs.image_types", "Image types",
        "What the builder makes of the container image.",
        Codecs.OneOf(
            (ImageType.AnacondaIso, "anaconda-iso", "Installer ISO (anaconda-iso)", "An ISO or USB stick that installs this image, with the installer that the builder brings."),
            (ImageType.BootcInstaller, "bootc-installer", "Installer ISO from an installer container (bootc-installer)", "The same with an installer container of your own."),
            (ImageType.Qcow2, "qcow2", "Virtual machine disk for QEMU (qcow2)", "A virtual machine under QEMU, libvirt or OpenStack."),
            (ImageType.Raw, "raw", "Raw disk (raw)", "A disk to write to a device with dd, or to convert."),
            (ImageType.Vmdk, "vmdk", "Virtual machine disk for VMware (vmdk)", "A disk for VMware."),
            (ImageType.Vhd, "vhd", "Virtual machine disk for Hyper-V and Azure (vhd)", "A disk for Hyper-V and Azure."),
            (ImageType.Gce, "gce", "Google Compute Engine (gce)", "A disk for Google Compute Engine."),
            (ImageType.Ova, "ova", "Virtual appliance (ova)", "An appliance for VMware and VirtualBox: a disk with its description."),
            (ImageType.Ami, "ami", "Amazon EC2 (ami)", "A disk for Amazon EC2."),
            (ImageType.Oci, "oci", "Oracle Cloud (oci)", "A disk for Oracle Cloud; image-builder only."),
            (ImageType.PxeTarXz, "pxe-tar-xz", "Network boot (pxe-tar-xz)", "Kernel, initramfs and root for machines that start from the network."),
            (ImageType.BootcGenericIso, "bootc-generic-iso", "Live or installer ISO that a container lays out itself (bootc-generic-iso)", "An ISO of a container as it is, live or installer, which describes it in iso.yaml; image-builder only.")),
        design => design.Outputs.ImageTypes,
        (design, value) => design with { Outputs = design.Outputs with { ImageTypes = value } });

    public static ScalarField<BuilderKind> Builder { get; } = new(
        "outputs.builder", "Builder",
        "bootc-image-builder warns of settings it does not honour, or drops them silently. image-builder, its successor, refuses them.",
        Codecs.OneOf(
            (BuilderKind.BootcImageBuilder, "bootc-image-builder", "bootc-image-builder"),
            (BuilderKind.ImageBuilder, "image-builder", "image-builder")),
        design => design.Outputs.Builder,
        (design, value) => design with { Outputs = design.Outputs with { Builder = value } });

    public static ScalarField<ImageReference?> InstallerImage { get; } = new(
        "outputs.installer_image", "Installer container",
        "The container with Anaconda that bootc-installer and bootc-generic-iso make the ISO of. bootc-installer puts this image into it; bootc-generic-iso takes the container as it is, and without this field the image itself.",
        Codecs.Optional<ImageReference>(),
        design => design.Outputs.InstallerImage,
        (design, value) => design with { Outputs = design.Outputs with { InstallerImage = value } });

    public static ScalarField<RootFileSystem> RootFileSystem { get; } = new(
        "outputs.root_file_system", "Root file system",
        "Told to the builder. fedora-bootc has no default, so without it the build ends.",
        Codecs.OneOf(
            (Design.RootFileSystem.Btrfs, "btrfs", "btrfs"),
            (Design.RootFileSystem.Xfs, "xfs", "XFS"),
            (Design.RootFileSystem.Ext4, "ext4", "ext4")),
        design => design.Outputs.RootFileSystem,
        (design, value) => design with { Outputs = design.Outputs with { RootFileSystem = value } });

    public static ListField<string> Acknowledged { get; } = new(
        "outputs.acknowledged", "Accepted warnings",
        "Codes of warnings that were read and accepted.",
        Codecs.Line,
        design => design.Outputs.Acknowledged,
        (design, value) => design with { Outputs = design.Outputs with { Acknowledged = value } });

    public static ScalarField<ImageReference?> Repository { get; } = new(
        "publish.repository", "Registry name",
        "Where the image is published, without a tag: ghcr.io/owner/name. Installed machines look for updates there.",
        Codecs.Optional<ImageReference>(),
        design => design.Publish.Repository,
        (design, value) => design with { Publish = design.Publish with { Repository = value } });

    public static ScalarField<VersionTag> Tag { get; } = new(
        "publish.tag", "Tag",
        "The tag that machines follow.",
        Codecs.Value<VersionTag>(),
        design => design.Publish.Tag,
        (design, value) => design with { Publish = design.Publish with { Tag = value } });

    public static ListField<VersionTag> ExtraTags { get; } = new(
        "publish.extra_tags", "Further tags",
        "Tags that the workflow moves to the same image, such as stable or 43.",
        Codecs.Value<VersionTag>(),
        design => design.Publish.ExtraTags,
        (design, value) => design with { Publish = design.Publish with { ExtraTags = value } });

    public static ScalarField<bool> DatedTag { get; } = new(
        "publish.dated_tag", "A tag for each day",
        "The workflow also tags each build with its day, such as latest-20261126, so that a machine can be moved back to it.",
        Codecs.Flag,
        design => design.Publish.DatedTag,
        (design, value) => design with { Publish = design.Publish with { DatedTag = value } },
        omitsDefault: true);

    public static ScalarField<PushCompression> Compression { get; } = new(
        "publish.compression", "Compression",
        "How layers are compressed for the registry. zstd is smaller and unpacks faster; gzip is read by everything; zstd:chunked lets clients that know it fetch only changed files.",
        Codecs.OneOf(
            (PushCompression.Zstd, "zstd", "zstd"),
            (PushCompression.Gzip, "gzip", "gzip"),
            (PushCompression.ZstdChunked, "zstd:chunked", "zstd:chunked")),
        design => design.Publish.Compression,
        (design, value) => design with { Publish = design.Publish with { Compression = value } },
        omitsDefault: true);

    public static ScalarField<bool> Rechunk { get; } = new(
        "publish.rechunk", "Cut the layers anew",
        "Before the push the workflow sorts the files into layers by package (bootc-base-imagectl rechunk), so that a machine downloads less for an update. It takes some minutes and as much disk as the image again.",
        Codecs.Flag,
        design => design.Publish.Rechunk,
        (design, value) => design with { Publish = design.Publish with { Rechunk = value } },
        omitsDefault: true);

    public static ScalarField<bool> Signed { get; } = new(
        "publish.signed", "Sign the image",
        "The workflow signs what it pushes with cosign, as itself and without a key; cosign verify checks it. Neither the installer nor a machine does so by itself: the policy in the image says what is checked, and it knows no signature of a workflow.",
        Codecs.Flag,
        design => design.Publish.Signed,
        (design, value) => design with { Publish = design.Publish with { Signed = value } });

    public static ScalarField<bool> WorkflowEnabled { get; } = new(
        "workflow.enabled", "Generate the workflow",
        "A GitHub workflow that builds the image, pushes it, and can make the ISO.",
        Codecs.Flag,
        design => design.Workflow.Enabled,
        (design, value) => design with { Workflow = design.Workflow with { Enabled = value } });

    public static ScalarField<int> TimeoutMinutes { get; } = new(
        "workflow.timeout_minutes", "Time limit in minutes",
        "Minutes after which a job is ended, 1 to 360.",
        Codecs.Number(1, 360),
        design => design.Workflow.TimeoutMinutes,
        (design, value) => design with { Workflow = design.Workflow with { TimeoutMinutes = value } });

    public static ScalarField<BuildSchedule> Schedule { get; } = new(
        "workflow.schedule", "Build without a change",
        "How often the workflow builds though nothing changed, so that updates of the base and its packages reach the machines.",
        Codecs.OneOf(
            (BuildSchedule.Weekly, "weekly", "every week"),
            (BuildSchedule.Daily, "daily", "every day"),
            (BuildSchedule.Monthly, "monthly", "every month"),
            (BuildSchedule.Never, "never", "never")),
        design => design.Workflow.Schedule,
        (design, value) => design with { Workflow = design.Workflow with { Schedule = value } },
        omitsDefault: true);

    public static ScalarField<bool> BuildIso { get; } = new(
        "workflow.build_iso", "Build the ISO",
        "A second job makes the installer ISO of the pushed image.",
        Codecs.Flag,
        design => design.Workflow.BuildIso,
        (design, value) => design with { Workflow = design.Workflow with { BuildIso = value } });

    public static ScalarField<bool> Release { get; } = new(
        "workflow.release", "Upload to a release",
        "A pushed version tag uploads the ISO to a release, split into parts below GitHub's limit of 2 GiB a file.",
        Codecs.Flag,
        design => design.Workflow.Release,
        (design, value) => design with { Workflow = design.Workflow with { Release = value } });

    private static ValueCodec<AnacondaModule> AnacondaModules => Codecs.OneOf(
        [.. Enum.GetValues<AnacondaModule>().Select(module => (module, module.ToString(), module.ToString()))]);
}
