using System.Security.Cryptography;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Generation.Documents;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Smoke;

/// <summary>What a design promises of the built image, in groups with a heading each.</summary>
public static class SmokeAssertions
{
    private static readonly string[] SelinuxOff = ["selinux=0", "enforcing=0"];

    private static readonly Remembered<PackagesSection, IReadOnlyList<SmokeAssertion>> OfPackages = new(packages => [.. Packages(packages)]);

    private static readonly Remembered<DesignDocument, IReadOnlyList<FieldPath>> FieldsOf = new(document =>
    {
        var fields = new List<FieldPath>(document.Lines[0].Origins);
        var known = fields.Select(origin => origin.Field).ToHashSet();
        fields.AddRange(document.Lines.SelectMany(line => line.Origins).Select(origin => origin.Field).Where(known.Add));
        return fields;
    });

    private static readonly Remembered<OverlaySection, HashSet<string>> Named = new(overlay =>
        [.. overlay.Permissions.Select(permission => "/" + permission.Path).Concat(overlay.Exclude.Select(left => "/" + left))]);

    /// <summary>The groups in the order of the script; those without an assertion are left out.</summary>
    public static IReadOnlyList<(string Heading, IReadOnlyList<SmokeAssertion> Assertions)> Of(GenerationInput input)
    {
        (string, IReadOnlyList<SmokeAssertion>)[] groups =
        [
            ("The generated settings are in the image, byte for byte", [.. Settings(input)]),
            ("Files of your own, with their modes", [.. Files(input)]),
            ("The packages are installed, and the removed ones are gone", OfPackages.Of(input.Design.Packages)),
            ("Units are as the design sets them; systemctl reads the files, systemd does not run here", [.. Units(input.Design)]),
            ("Users and locks", [.. Users(input.Design)]),
            ("What the image calls itself", [.. OsRelease(input.Design)]),
            ("Kernel and SELinux", [.. System(input.Design)]),
        ];
        return [.. groups.Where(group => group.Item2.Count > 0)];
    }

    private static IEnumerable<SmokeAssertion> Settings(GenerationInput input) =>
        GeneratedSettings.Documents(input)
            .Where(document => !input.Content.Contains("overlay" + ImagePath(document)))
            .Select(document => new SmokeAssertion(
                "same", [ImagePath(document), Convert.ToHexStringLower(SHA256.HashData(document.ToBytes()))], OriginsOf(document, input.Design)));

    /// <summary>Every field that wrote into the file, the first line's own first; and the image's name where the file is called after it.</summary>
    private static EquatableArray<FieldPath> OriginsOf(DesignDocument document, ImageDesign design)
    {
        var fields = FieldsOf.Of(document);
        return document.Path.Contains(design.Image.Name.ToString(), StringComparison.Ordinal) && !fields.Contains(ImageFields.Name.Path)
            ? [.. fields, ImageFields.Name.Path]
            : fields.ToEquatableArray();
    }

    /// <summary>A script may change a file after it was copied, so only what the design says of it is held to: its place, its mode, its owner.</summary>
    private static IEnumerable<SmokeAssertion> Files(GenerationInput input)
    {
        foreach (var permission in input.Design.Overlay.Permissions)
        {
            yield return new SmokeAssertion(
                "mode",
                ["/" + permission.Path, Octal(permission.Mode), permission.Owner.ToString(), permission.Group.ToString()],
                [ContentFields.Permissions.PathOf(permission)]);
        }

        foreach (var script in input.Design.Scripts.FirstBoot)
        {
            yield return new SmokeAssertion("program", [FirstBootDocuments.PathInImage(input.Design, script)], [ContentFields.FirstBootScripts.PathOf(script), ImageFields.Name.Path]);
        }

        var named = Named.Of(input.Design.Overlay);
        foreach (var file in input.Content.Below(DesignContent.OverlayFolder))
        {
            var path = file.Path[(DesignContent.OverlayFolder.Length - 1)..];
            if (!named.Contains(path))
            {
                yield return new SmokeAssertion(file.IsExecutable ? "program" : "present", [path], [ContentFields.OverlayFrom.Path]);
            }
        }
    }

    private static IEnumerable<SmokeAssertion> Packages(PackagesSection packages)
    {
        foreach (var package in packages.Install.Where(package => !package.IsGlob))
        {
            yield return new SmokeAssertion("installed", [package.ToString()], [PackagesFields.Install.PathOf(package)]);
        }

        foreach (var package in packages.Remove)
        {
            yield return new SmokeAssertion("absent", [package.ToString()], [PackagesFields.Remove.PathOf(package)]);
        }

        foreach (var download in packages.Downloads.Where(download => !download.IsPackage))
        {
            string[] architecture = download.Architecture is { } one ? [one.ToKernelName()] : [];
            yield return new SmokeAssertion(
                "program", [download.Program!.ToString(), .. architecture], [PackagesFields.Downloads.PathOf(download)]);
        }
    }

    private static IEnumerable<SmokeAssertion> Units(ImageDesign design)
    {
        foreach (var (unit, origin) in GeneratedUnits.Of(design))
        {
            yield return new SmokeAssertion("unit", [unit.ToString(), "enabled"], [origin, ImageFields.Name.Path]);
        }

        var services = design.Services;
        foreach (var (state, units, field) in new[]
        {
            ("enabled", services.Enable, ServicesFields.Enable),
            ("disabled", services.Disable, ServicesFields.Disable),
            ("masked", services.Mask, ServicesFields.Mask),
        })
        {
            foreach (var unit in units)
            {
                yield return new SmokeAssertion("unit", [unit.ToString(), state], [field.PathOf(unit)]);
            }
        }

        if (services.DefaultTarget is { } target)
        {
            yield return new SmokeAssertion("target", [target.ToString()], [ServicesFields.DefaultTarget.Path]);
        }
    }

    /// <summary>The installer makes the users; the image must have what they are made of.</summary>
    private static IEnumerable<SmokeAssertion> Users(ImageDesign design)
    {
        if (design.Users.LockRoot)
        {
            yield return new SmokeAssertion("locked", ["root"], [UsersFields.LockRoot.Path]);
        }

        var made = design.Users.Groups.Select(group => group.Name).ToHashSet();
        foreach (var account in design.Users.Accounts)
        {
            EquatableArray<FieldPath> origin = [UsersFields.Accounts.PathOf(account)];
            yield return new SmokeAssertion("unknown_user", [account.Name.ToString()], origin);
            foreach (var group in account.Groups.Where(group => !made.Contains(group)))
            {
                yield return new SmokeAssertion("group", [group.ToString()], origin);
            }

            if (account.Shell is { } shell)
            {
                yield return new SmokeAssertion("program", [shell.ToString()], origin);
            }
        }
    }

    private static IEnumerable<SmokeAssertion> OsRelease(ImageDesign design) =>
        OsReleaseBlock.Entries(design.Branding)
            .Select(entry => new SmokeAssertion("os_release", [entry.Key, entry.Value], [entry.Origin]))
            .Append(new SmokeAssertion("os_release_version", [], [ImageFields.Base.Path]) { Bond = LineBond.Fixed });

    private static IEnumerable<SmokeAssertion> System(ImageDesign design)
    {
        yield return new SmokeAssertion("one_kernel", [], [ImageFields.Base.Path]) { Bond = LineBond.Fixed };
        if (design.System.TimeZone is { } zone)
        {
            yield return new SmokeAssertion("time_zone", [zone.ToString()], [SystemFields.TimeZone.Path]);
        }

        var off = design.Kernel.Arguments.FindIndex(argument => SelinuxOff.Contains(argument.Argument.ToString(), StringComparer.Ordinal));
        if (off < 0)
        {
            yield return new SmokeAssertion("selinux", ["enforcing"], [ImageFields.Base.Path, KernelFields.Arguments.Path])
            {
                Reason = "The bases enforce SELinux, and no kernel argument of the design turns it off, so the image must still do so.",
            };
        }

        if (design.Branding.PlymouthTheme is { } theme)
        {
            yield return new SmokeAssertion("theme", [theme.ToString()], [BrandingFields.PlymouthTheme.Path]);
        }
    }

    /// <summary>The mode as stat prints it.</summary>
    private static string Octal(PosixMode mode) => mode.ToString().TrimStart('0') is { Length: > 0 } digits ? digits : "0";

    private static string ImagePath(DesignDocument document) => document.Path[(BundlePaths.RootFiles.Length - 1)..];
}
