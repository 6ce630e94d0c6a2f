using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Fields;

/// <summary>The secrets of the build, a field of the section <c>extra</c>.</summary>
public static class SecretFields
{
    /// <summary>The name of a script alone is that script's step.</summary>
    private static ValueCodec<SecretStep> Step { get; } = Codecs.Value<SecretStep>(text => text.EndsWith(".sh", StringComparison.Ordinal) && !text.StartsWith("scripts/", StringComparison.Ordinal) ? "scripts/" + text : text);

    public static RecordField<BuildSecret> Secrets { get; } = new(
        "extra.secrets", "Build secrets",
        "What steps of the build must know and the image must not hold, such as the token of a repository. The design says where the secret is, never what it is. It is mounted for the steps and is in no layer.",
        "secret",
        () => new BuildSecret(),
        item => item.Id.ToString(),
        [
            new RecordColumn<BuildSecret, SecretId>(
                "id", "Id", "The name by which the build passes it: steps read /run/secrets/ID.", Codecs.Value<SecretId>(),
                item => item.Id, (item, value) => item with { Id = value }, isRequired: true),
            new RecordColumn<BuildSecret, string>(
                "purpose", "What it is for", "Said in the bundle's README and before a build.", Codecs.Line,
                item => item.Purpose, (item, value) => item with { Purpose = value }),
            new RecordColumn<BuildSecret, SecretSource>(
                "from", "Taken from", "Where the build finds it: the full path of a file on the machine that builds, or the name of an environment variable in capitals. Never the secret itself. The GitHub workflow takes it from the repository's secrets.", Codecs.Value<SecretSource>(),
                item => item.From, (item, value) => item with { From = value }, isRequired: true),
            new RecordColumn<BuildSecret, EquatableArray<SecretStep>>(
                "steps", "Steps", "Who gets it: packages for every step in which dnf installs, scripts for every script of the build, scripts/NAME for one. Several with blanks between. Lines of your own ask for it with --mount=type=secret,id=ID.", Codecs.ListOf(Step),
                item => item.Steps, (item, value) => item with { Steps = value }, itemLabel: "step"),
            new RecordColumn<BuildSecret, SecretPlace?>(
                "place", "Place", "The path at which the steps find it, readable by root; empty takes /run/secrets/ID. /etc/dnf/vars/NAME makes it the variable $NAME in the addresses of repositories.", Codecs.Optional<SecretPlace>(),
                item => item.Place, (item, value) => item with { Place = value }),
        ],
        design => design.Extra.Secrets,
        (design, value) => design with { Extra = design.Extra with { Secrets = value } },
        isOrdered: false);
}
