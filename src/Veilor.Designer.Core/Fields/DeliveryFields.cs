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

    public static ListField<ImageType> ImageTypes { get; } = new(
        "outputs.image_types", "Image types",
        "What the builder makes of the container image.",
        Codecs.OneOf(
            (ImageType.AnacondaIso, "anaconda-iso", "Installer ISO (anaconda-iso)"),
            (ImageType.BootcInstaller, "bootc-installer", "Installer ISO from an installer container (bootc-installer)"),
            (ImageType.Qcow2, "qcow2", "Virtual machine disk for QEMU (qcow2)"),
            (ImageType.Raw, "raw", "Raw disk (raw)"),
            (ImageType.Vmdk, "vmdk", "Virtual machine disk for VMware (vmdk)"),
            (ImageType.Vhd, "vhd", "Virtual machine disk for Hyper-V and Azure (vhd)"),
            (ImageType.Gce, "gce", "Google Compute Engine (gce)"),
            (ImageType.Ova, "ova", "Virtual appliance (ova)"),
            (ImageType.Ami, "ami", "Amazon EC2 (ami)"),
            (ImageType.PxeTarXz, "pxe-tar-xz", "Network boot (pxe-tar-xz)")),
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

    public static ScalarField<bool> Signed { get; } = new(
        "publish.signed", "Sign the image",
        "The workflow signs what it pushes with cosign. The installer then checks the signature.",
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
        "workflow.timeout_minutes", "Time limit",
        "Minutes after which a job is ended, 1 to 360.",
        Codecs.Number(1, 360),
        design => design.Workflow.TimeoutMinutes,
        (design, value) => design with { Workflow = design.Workflow with { TimeoutMinutes = value } });

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
}
