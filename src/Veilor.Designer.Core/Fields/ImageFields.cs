using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Fields;

/// <summary>The fields of the section <c>image</c>.</summary>
public static class ImageFields
{
    public static ScalarField<ImageName> Name { get; } = new(
        "image.name", "Name",
        "Names the image and its generated files. Lower-case letters, digits, dots, hyphens and underscores.",
        Codecs.Value<ImageName>(),
        design => design.Image.Name,
        (design, value) => design with { Image = design.Image with { Name = value } });

    public static ScalarField<string> Title { get; } = new(
        "image.title", "Title",
        "The name people read. It becomes the image's title label.",
        Codecs.Line,
        design => design.Image.Title,
        (design, value) => design with { Image = design.Image with { Title = value } });

    public static ScalarField<string> Description { get; } = new(
        "image.description", "Description",
        "What the image is for, in a sentence. It becomes the image's description label.",
        Codecs.Line,
        design => design.Image.Description,
        (design, value) => design with { Image = design.Image with { Description = value } });

    public static ScalarField<VersionTag> Version { get; } = new(
        "image.version", "Version",
        "Your own version of the image. bootc status shows it. VERSION_ID in os-release stays the base's.",
        Codecs.Value<VersionTag>(),
        design => design.Image.Version,
        (design, value) => design with { Image = design.Image with { Version = value } });

    public static ScalarField<ImageReference> Base { get; } = new(
        "image.base", "Base image",
        "The bootc image to build on, by registry, repository and tag. It must carry the label containers.bootc=1.",
        Codecs.Value<ImageReference>(),
        design => design.Image.Base,
        (design, value) => design with { Image = design.Image with { Base = value } });

    public static ScalarField<Sha256Digest?> Digest { get; } = new(
        "image.digest", "Base digest",
        "Pins the base to one build, so that the same design gives the same image. Look it up with: skopeo inspect --format '{{.Digest}}' docker://BASE",
        Codecs.OptionalDigest,
        design => design.Image.Digest,
        (design, value) => design with { Image = design.Image with { Digest = value } });

    public static ListField<Architecture> Architectures { get; } = new(
        "image.architectures", "Architectures",
        "What the workflow builds for. A local build is for this machine.",
        Codecs.OneOf((Architecture.X86_64, "x86_64", "x86_64 (amd64)"), (Architecture.Aarch64, "aarch64", "aarch64 (arm64)")),
        design => design.Image.Architectures,
        (design, value) => design with { Image = design.Image with { Architectures = value } },
        isOrdered: true);

    public static ListField<MachineUse> Uses { get; } = new(
        "image.uses", "Used for",
        "What machines with this image do. Nothing is written for it; settings that would break such a use are reported.",
        Codecs.OneOf(
            (MachineUse.Laptop, "laptop", "Laptop"),
            (MachineUse.Desktop, "desktop", "Desktop"),
            (MachineUse.Server, "server", "Server"),
            (MachineUse.VirtualMachine, "virtual-machine", "Virtual machine (guest)"),
            (MachineUse.VirtualizationHost, "virtualization-host", "Host of virtual machines (KVM)"),
            (MachineUse.Containers, "containers", "Containers, Flatpaks, browsers"),
            (MachineUse.OutOfTreeDrivers, "out-of-tree-drivers", "Out-of-tree drivers (NVIDIA, ZFS, VirtualBox)"),
            (MachineUse.Hibernation, "hibernation", "Hibernation"),
            (MachineUse.ThirtyTwoBitPrograms, "32-bit-programs", "32-bit programs (Steam, Wine)"),
            (MachineUse.Router, "router", "Router (Tailscale exit node, VPN gateway)"),
            (MachineUse.Debugging, "debugging", "Debugging and tracing (gdb, perf, bpftrace)")),
        design => design.Image.Uses,
        (design, value) => design with { Image = design.Image with { Uses = value } });

    public static ScalarField<string> Vendor { get; } = new(
        "image.vendor", "Vendor",
        "Who makes the image. It becomes the label org.opencontainers.image.vendor.",
        Codecs.Line,
        design => design.Image.Vendor,
        (design, value) => design with { Image = design.Image with { Vendor = value } });

    public static RecordField<ImageLabel> Labels { get; } = new(
        "image.labels", "Labels",
        "Further labels of the container image, for registries and tools. Machines do not see them.",
        "label",
        () => new ImageLabel(),
        item => item.Key.ToString(),
        [
            new RecordColumn<ImageLabel, LabelKey>(
                "key", "Key", "Reverse domain names are usual, such as org.example.team.", Codecs.Value<LabelKey>(),
                item => item.Key, (item, value) => item with { Key = value }, isRequired: true),
            new RecordColumn<ImageLabel, string>(
                "value", "Value", "Any text of one line.", Codecs.Line,
                item => item.Value, (item, value) => item with { Value = value }),
        ],
        design => design.Image.Labels,
        (design, value) => design with { Image = design.Image with { Labels = value } },
        isOrdered: false);
}
