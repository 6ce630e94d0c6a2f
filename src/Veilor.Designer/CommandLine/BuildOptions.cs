using System.CommandLine;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.CommandLine;

/// <summary>The options that say which steps a build has, shared by <c>build</c> and <c>preflight</c>.</summary>
internal sealed class BuildOptions
{
    private readonly Option<bool> _noLint = new("--no-lint") { Description = "Do not run bootc container lint in the built image." };
    private readonly Option<bool> _fatalWarnings = new("--fatal-warnings") { Description = "Let a warning of the lint end the build." };
    private readonly Option<bool> _noSmoke = new("--no-smoke") { Description = "Do not check in the image what the design promises." };
    private readonly Option<bool> _noManifest = new("--no-manifest") { Description = "Write no manifest and no SBOM. Checksums are always written." };
    private readonly Option<string[]> _types = new("--type") { Description = "An image type of the design to make: qcow2, anaconda-iso… May repeat.", HelpName = "TYPE" };
    private readonly Option<bool> _allTypes = new("--all-types") { Description = "Make every image type of the design." };
    private readonly Option<bool> _installed = new("--installed-builder") { Description = "Use the image builder that is installed, not its container." };
    private readonly Option<bool> _asRoot = new("--as-root") { Description = "Build in root's storage by sudo -n, so that nothing is copied there." };
    private readonly Option<bool> _boot = new("--boot") { Description = "Boot the disk and the ISO that were made in QEMU, and watch how far they get." };
    private readonly Option<bool> _push = new("--push") { Description = "Put the image into the registry of the design." };
    private readonly Option<string?> _sign = new("--sign") { Description = "Sign what was pushed with this cosign key. COSIGN_PASSWORD holds its password.", HelpName = "KEY" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _noLint, _fatalWarnings, _noSmoke, _noManifest, _types, _allTypes, _installed, _asRoot, _boot, _push, _sign })
        {
            command.Add(option);
        }
    }

    /// <summary>What was chosen; null, with a message, when a type is none of the design's or a choice would do nothing.</summary>
    public BuildChoices? Read(ParseResult parsed, ImageDesign? design, TextWriter error)
    {
        var offered = design?.Outputs.ImageTypes ?? [.. Enum.GetValues<ImageType>()];
        var types = parsed.GetValue(_allTypes) ? offered.ToList() : [];
        foreach (var name in parsed.GetValue(_types) ?? [])
        {
            var index = offered.FindIndex(type => BuilderCommand.NameOf(type) == name);
            if (index < 0)
            {
                var known = offered.IsEmpty ? "none" : string.Join(", ", offered.Select(BuilderCommand.NameOf));
                error.WriteLine(PlainLine.Of($"'{name}' is not an image type of the design. It has: {known}."));
                return null;
            }

            types.Add(offered[index]);
        }

        var key = parsed.GetValue(_sign);
        if (Contradiction(parsed, design, types, key) is { } problem)
        {
            error.WriteLine(PlainLine.Of(problem));
            return null;
        }

        return new BuildChoices
        {
            Lint = !parsed.GetValue(_noLint),
            FatalWarnings = parsed.GetValue(_fatalWarnings),
            Smoke = !parsed.GetValue(_noSmoke),
            Manifest = !parsed.GetValue(_noManifest),
            ImageTypes = types.Distinct().ToEquatableArray(),
            BuilderForm = parsed.GetValue(_installed) ? BuilderForm.Installed : BuilderForm.Container,
            BuildAsRoot = parsed.GetValue(_asRoot),
            Boot = parsed.GetValue(_boot),
            Push = parsed.GetValue(_push),
            Sign = key is not null,
            SigningKey = key is null ? "" : Path.GetFullPath(key),
        };
    }

    /// <summary>In words what was asked for and would not happen: a script that goes by the exit status must not take the image for pushed.</summary>
    private string? Contradiction(ParseResult parsed, ImageDesign? design, List<ImageType> types, string? key)
    {
        if (parsed.GetValue(_push) && design is { Publish.Repository: null })
        {
            return "--push: the design names no registry. Fill in publish.repository.";
        }

        if (key is not null && !parsed.GetValue(_push))
        {
            return "--sign: only what was pushed is signed. Add --push.";
        }

        if (parsed.GetValue(_boot) && !types.Exists(type => type is ImageType.Qcow2 or ImageType.Raw || type.StartsFromIso()))
        {
            return "--boot: no disk or ISO is made that could be booted. Add --type qcow2, --type raw or the type of an ISO.";
        }

        return parsed.GetValue(_fatalWarnings) && parsed.GetValue(_noLint) ? "--fatal-warnings: there is no lint with --no-lint." : null;
    }
}
