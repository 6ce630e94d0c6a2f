using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;
using static Veilor.Designer.Core.Tests.Validation.Designs;
using static Veilor.Designer.Core.Tests.Validation.RuleCase;

namespace Veilor.Designer.Core.Tests.Validation.Cases;

/// <summary>Cases of the rules about secrets of the build.</summary>
internal static class SecretCases
{
    private static readonly ImageDesign Scripted = Sound.Run("10-own.sh");

    private static readonly DesignContent Script = File("scripts/10-own.sh", "#!/usr/bin/env bash\ntrue\n");

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        Raises("VD9038", "a script that no list runs", Scripted.With(Secret("token", "scripts/20-other.sh")), Script),
        Raises("VD9038", "scripts where none runs", Sound.With(Secret("token", "scripts"))),
        Raises("VD9038", "packages where dnf installs none", Scripted.With(Secret("token", "packages scripts")), Script),
        Raises("VD9038", "a script of the first boot, which is no step of the build", (Sound with { Scripts = new ScriptsSection { FirstBoot = [RelativePath.Parse("90-own.sh")] } }).With(Secret("token", "scripts/90-own.sh")), Files("scripts/90-own.sh")),
        Spares("VD9038", "steps that are there", Scripted.Install("htop").With(Secret("token", "packages scripts scripts/10-own.sh")), Script),
        Spares("VD9038", "packages that are only taken away, and those that FIPS mode needs", SystemFields.Fips.Set(Sound, value: true).With(Secret("token", "packages"))),

        Raises("VD9039", "a secret without steps, with packages", Sound.Install("htop").With(Secret("token"))),
        Raises("VD9039", "a secret without steps, with scripts", Scripted.With(Secret("token")), Script),
        Raises("VD9039", "a secret without any step that could get it", Sound.With(Secret("token"))),
        Raises("VD9039", "a line that mounts another one", Sound.Lines("RUN --mount=type=secret,id=other true").With(Secret("token"))),
        Spares("VD9039", "a line of one's own that mounts it", Sound.Lines("RUN --mount=type=cache,target=/var/cache/libdnf5 --mount=type=secret,id=token,target=/a true").With(Secret("token"))),
        Spares("VD9039", "a step", Sound.Install("htop").With(Secret("token", "packages"))),

        Raises("VD9040", "a file of the overlay", Scripted.With(Secret("token", "scripts", from: "/home/me/designs/own/overlay/etc/token")), Files("overlay/etc/token", "scripts/10-own.sh")),
        Raises("VD9040", "a file beside the scripts", Scripted.With(Secret("token", "scripts", from: "/srv/own/scripts/token")), Files("scripts/10-own.sh", "scripts/token")),
        Spares("VD9040", "a file of another folder of that name", Scripted.With(Secret("token", "scripts", from: "/home/me/overlay/token")), Files("overlay/etc/token", "scripts/10-own.sh")),
        Spares("VD9040", "a variable", Scripted.With(Secret("token", "scripts")), Files("overlay/etc/token", "scripts/10-own.sh")),

        Raises("VD9041", "two places that are one", Scripted.With(Secret("one", "scripts", place: "/etc/own"), Secret("two", "scripts/10-own.sh", place: "/etc/own")), Script),
        Raises("VD9041", "the usual place of another", Scripted.Install("htop").With(Secret("one", "packages", place: "/run/secrets/two"), Secret("two", "packages")), Script),
        Spares("VD9041", "one place in steps that do not meet", Scripted.Install("htop").With(Secret("one", "packages", place: "/etc/own"), Secret("two", "scripts", place: "/etc/own")), Script),
        Spares("VD9041", "the usual places", Scripted.With(Secret("one", "scripts"), Secret("two", "scripts")), Script),

        Raises("VD9042", "a file of the overlay behind which a script runs", Scripted.With(Secret("token", "scripts", place: "/etc/own.conf")), Files("overlay/etc/own.conf", "scripts/10-own.sh")),
        Raises("VD9042", "a file of the overlay, with packages that FIPS mode needs", SystemFields.Fips.Set(Sound, value: true).With(Secret("token", "packages", place: "/etc/own.conf")), Files("overlay/etc/own.conf")),
        Spares("VD9042", "packages, which come before the files", Sound.Install("htop").With(Secret("token", "packages", place: "/etc/own.conf")), Files("overlay/etc/own.conf")),
        Spares("VD9042", "a place of its own", Scripted.With(Secret("token", "scripts", place: "/etc/other.conf")), Files("overlay/etc/own.conf", "scripts/10-own.sh")),

        Raises("VD9043", "a secret that the list does not have", Sound.Lines("RUN --mount=type=secret,id=token cat /run/secrets/token")),
        Raises("VD9043", "one that need not be there", Sound.Lines("RUN --mount=type=secret,id=token,required=false true\nRUN --mount=type=secret,id=token true")),
        Raises("VD9043", "an id that the list cannot have", Sound.Lines("RUN --mount=type=secret,id=a:b true")),
        Spares("VD9043", "a secret of the list", Sound.Lines("RUN --mount=type=secret,id=token true").With(Secret("token"))),
        Spares("VD9043", "a name in a variable, and another mount", Sound.Lines("RUN --mount=type=secret,id=$NAME true\nRUN --mount=type=cache,target=/var/cache/libdnf5 true")),
        Spares("VD9043", "one that must be there, at which the build would end", Sound.Lines("RUN --mount=type=secret,id=token,required=true true")),

        Raises("VD9029", "a secret that must be there and that the list does not have", Sound.Lines("RUN --mount=type=secret,id=token,required=true true")),
        Spares("VD9029", "a secret of the list that must be there", Sound.Lines("RUN --mount=type=secret,id=token,required=true true").With(Secret("token"))),
    ];

    /// <summary>A secret that the build takes from the variable TOKEN.</summary>
    public static BuildSecret Secret(string id, string steps = "", string? place = null, string from = "TOKEN") => new()
    {
        Id = SecretId.Parse(id),
        From = SecretSource.Parse(from),
        Steps = steps.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(SecretStep.Parse).ToEquatableArray(),
        Place = place is null ? null : SecretPlace.Parse(place),
    };

    public static ImageDesign With(this ImageDesign design, params EquatableArray<BuildSecret> secrets) => SecretFields.Secrets.Set(design, secrets);
}
