using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation;

/// <summary>What a shell runs in the new system at the end of an installation: the <c>%post</c> sections of one's own kickstart.</summary>
internal static class InstallerCommands
{
    private static readonly Remembered<InstallerSection, BuildCommand[]> Known = new(installer =>
        [.. OfPost(DeliveryFields.OwnKickstart.Path, installer.OwnKickstart), .. installer.OwnKickstart.Length > 0 ? [] : OfPost(DeliveryFields.ExtraKickstart.Path, installer.ExtraKickstart)]);

    public static IReadOnlyList<BuildCommand> Of(InstallerSection installer) => Known.Of(installer);

    private static IEnumerable<BuildCommand> OfPost(FieldPath path, string text) =>
        KickstartLines.Bodies(text)
            .Where(section => section.Head.Split(' ', 2)[0] is "%post" && !section.Head.Contains("--nochroot", StringComparison.Ordinal) && !section.Head.Contains("--interpreter", StringComparison.Ordinal))
            .SelectMany(section => BuildCommands.Read(section.Body, path, "%post of your kickstart lines"));
}
