using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Fields;

/// <summary>The fields of the sections <c>overlay</c>, <c>scripts</c> and <c>extra</c>: what is taken into the image as it is.</summary>
public static class ContentFields
{
    /// <summary>Where the editor shows the files below overlay/ and assets/. It is no field: the files are what they are.</summary>
    public static FieldPath Files { get; } = "overlay.files";

    /// <summary>Where the editor shows the files below scripts/.</summary>
    public static FieldPath ScriptFiles { get; } = "scripts.files";

    /// <summary>The place of a file in the editor, where its problems stand.</summary>
    /// <param name="path">Its path beside the design: <c>overlay/etc/motd</c>.</param>
    public static FieldPath PathOfFile(string path) =>
        (path.StartsWith(DesignContent.ScriptsFolder, StringComparison.Ordinal) ? ScriptFiles : Files).Item(path);

    public static ScalarField<VolumeName?> OverlayFrom { get; } = new(
        "overlay.from", "Content set",
        "A template's own files. They are copied into a design made from the template, and then this is empty.",
        Codecs.Optional<VolumeName>(),
        design => design.Overlay.From,
        (design, value) => design with { Overlay = design.Overlay with { From = value } });

    public static ScalarField<AbsolutePath?> AssetsTarget { get; } = new(
        "overlay.assets_target", "Assets go to",
        "Where the folder assets/ is copied in the image. Empty leaves it out.",
        Codecs.Optional<AbsolutePath>(),
        design => design.Overlay.AssetsTarget,
        (design, value) => design with { Overlay = design.Overlay with { AssetsTarget = value } });

    /// <summary>Who owns a file: 0 is root in every image, another number is nobody's for certain.</summary>
    public static ValueCodec<UnixName> FileOwner { get; } = Codecs.Value<UnixName>(text => text == "0" ? "root" : text);

    /// <summary>A mode; of three digits those behind the 0, as chmod reads them.</summary>
    public static ValueCodec<PosixMode> FileMode { get; } = Codecs.Value<PosixMode>(text => text.Length == 3 ? "0" + text : text);

    public static RecordField<FilePermission> Permissions { get; } = new(
        "overlay.permissions", "Modes and owners",
        "Overlay files that are not root's with 0644 or 0755. Git keeps no other modes, so these are set while the image is built.",
        "file",
        () => new FilePermission(),
        item => item.Path.ToString(),
        [
            new RecordColumn<FilePermission, RelativePath>(
                "path", "File", "The path below overlay/.", Codecs.Value<RelativePath>(),
                item => item.Path, (item, value) => item with { Path = value }, isRequired: true),
            new RecordColumn<FilePermission, PosixMode>(
                "mode", "Mode", "Four octal digits, such as 0600.", FileMode,
                item => item.Mode, (item, value) => item with { Mode = value }, isRequired: true),
            new RecordColumn<FilePermission, UnixName>(
                "owner", "Owner", "The user that owns it, by name.", FileOwner,
                item => item.Owner, (item, value) => item with { Owner = value }, isRequired: true),
            new RecordColumn<FilePermission, UnixName>(
                "group", "Group", "The group that owns it, by name.", FileOwner,
                item => item.Group, (item, value) => item with { Group = value }, isRequired: true),
        ],
        design => design.Overlay.Permissions,
        (design, value) => design with { Overlay = design.Overlay with { Permissions = value } },
        isOrdered: false);

    public static ListField<RelativePath> Exclude { get; } = new(
        "overlay.exclude", "Left out",
        "Files and folders below overlay/ that stay out of the image. They stay in the bundle; .containerignore keeps them from the build.",
        Codecs.Value<RelativePath>(),
        design => design.Overlay.Exclude,
        (design, value) => design with { Overlay = design.Overlay with { Exclude = value } });

    public static ListField<RelativePath> ScriptsBeforePackages { get; } = new(
        "scripts.before_packages", "Before the packages",
        "Run in the build on the base as it is: for keys and settings that the installation of packages needs. A change of any script installs the packages anew.",
        Codecs.Value<RelativePath>(),
        design => design.Scripts.BeforePackages,
        (design, value) => design with { Scripts = design.Scripts with { BeforePackages = value } },
        isOrdered: true);

    public static ListField<RelativePath> FirstBootScripts { get; } = new(
        "scripts.first_boot", "First boot",
        "Run once on each machine, at the first start after the script came to it. One that fails is tried again at the next start, and those behind it wait.",
        Codecs.Value<RelativePath>(),
        design => design.Scripts.FirstBoot,
        (design, value) => design with { Scripts = design.Scripts with { FirstBoot = value } },
        isOrdered: true);

    public static ListField<RelativePath> RunScripts { get; } = new(
        "scripts.run", "After packages and files",
        "Run in the build in this order, after packages and files are in place. They are mounted for the step and stay out of the image.",
        Codecs.Value<RelativePath>(),
        design => design.Scripts.Run,
        (design, value) => design with { Scripts = design.Scripts with { Run = value } },
        isOrdered: true);

    public static ScalarField<string> BeforePackages { get; } = new(
        "extra.before_packages", "Before the packages",
        "Containerfile lines of your own, taken as they are.",
        Codecs.Lines,
        design => design.Extra.BeforePackages,
        (design, value) => design with { Extra = design.Extra with { BeforePackages = value } });

    public static ScalarField<string> AfterPackages { get; } = new(
        "extra.after_packages", "After the packages",
        "Containerfile lines of your own, taken as they are.",
        Codecs.Lines,
        design => design.Extra.AfterPackages,
        (design, value) => design with { Extra = design.Extra with { AfterPackages = value } });

    public static ScalarField<string> BeforeLint { get; } = new(
        "extra.before_lint", "Before the clean-up and lint",
        "Containerfile lines of your own, taken as they are.",
        Codecs.Lines,
        design => design.Extra.BeforeLint,
        (design, value) => design with { Extra = design.Extra with { BeforeLint = value } });
}
