using System.Globalization;
using Veilor.Designer.Core.Booting;
using Veilor.Designer.Core.Checking;
using Veilor.Designer.Core.Smoke;

namespace Veilor.Designer.Core.Gate;

/// <summary>Turns what a run has shown into evidence. It claims no more than was seen: half of a claim is <see cref="GateFinding.Partial"/>.</summary>
public static class RunEvidence
{
    /// <summary>Units and packages that a desktop's login cannot be without.</summary>
    private static readonly string[] DesktopMarks = ["sddm", "plasmalogin", "plasma-", "kde-", "gdm", "gnome-shell", "lightdm", "cosmic-"];

    /// <summary>The evidence, at most one piece a part.</summary>
    public static IReadOnlyList<GateEvidence> Of(RunFacts facts) =>
    [
        .. new[]
        {
            Build(facts), Lint(facts), Desktop(facts), Selinux(facts), Sysctls(facts), Iso(facts), Kickstart(facts),
            IsoBoot(facts), Passphrase(facts), Login(facts), Guide(facts),
        }.OfType<GateEvidence>(),
    ];

    private static GateEvidence? Build(RunFacts facts) => facts.Built switch
    {
        true => Say(facts, GateCriteria.Build, GateFinding.Met, "podman build ended with 0."),
        false => Say(facts, GateCriteria.Build, GateFinding.Failed, facts.BuildProblem.Length == 0 ? "The build failed." : facts.BuildProblem),
        null => null,
    };

    private static GateEvidence? Lint(RunFacts facts)
    {
        if (facts.Lint is not { } lint)
        {
            return null;
        }

        var text = string.Create(CultureInfo.InvariantCulture, $"{lint.Passed} passed, {lint.Warnings} warnings, {lint.Fatal} fatal.");
        var holds = lint.Fatal == 0 && facts.Linted != false && (facts.Linted == true || facts.Built == true);
        return Say(facts, GateCriteria.Lint, holds ? GateFinding.Met : GateFinding.Failed, text);
    }

    private static GateEvidence? Desktop(RunFacts facts) => FromSmoke(
        facts, GateCriteria.Desktop, result => DesktopMarks.Any(mark => result.Title.Contains(mark, StringComparison.OrdinalIgnoreCase)));

    private static GateEvidence? Selinux(RunFacts facts) =>
        FromSmoke(facts, GateCriteria.Selinux, result => result.Title.StartsWith("SELinux", StringComparison.Ordinal));

    private static GateEvidence? Sysctls(RunFacts facts) =>
        FromSmoke(facts, GateCriteria.Sysctls, result => result.Title.Contains("/sysctl.d/", StringComparison.Ordinal));

    private static GateEvidence? FromSmoke(RunFacts facts, string part, Func<SmokeResult, bool> isAbout)
    {
        var about = facts.Smoke?.Results.Where(isAbout).ToList() ?? [];
        if (about.Find(result => result.Outcome == SmokeOutcome.Failed) is { } failed)
        {
            return Say(facts, part, GateFinding.Failed, $"{failed.Title}: {failed.Found}");
        }

        var held = about.Where(result => result.Outcome == SmokeOutcome.Passed).Select(result => result.Title).ToList();
        return held.Count == 0 ? null : Say(facts, part, GateFinding.Met, $"Holds in the image: {string.Join(", ", held.Take(4))}.");
    }

    private static GateEvidence? Iso(RunFacts facts) => facts switch
    {
        { IsoMade: true, Isos: [var first, ..] } => Say(facts, GateCriteria.IsoMade, GateFinding.Met, $"{first} was made."),
        { IsoMade: true } => Say(facts, GateCriteria.IsoMade, GateFinding.Failed, "The builder ended with 0 and left no ISO."),
        { IsoMade: false } => Say(facts, GateCriteria.IsoMade, GateFinding.Failed, "The builder failed."),
        _ => null,
    };

    private static GateEvidence? Kickstart(RunFacts facts) => facts.Kickstart switch
    {
        null => null,
        { Verdict: CheckVerdict.Accept } report => Say(
            facts, GateCriteria.IsoKickstart, GateFinding.Met,
            string.Create(CultureInfo.InvariantCulture, $"No error, {report.Warnings.Count} warnings, {report.Traps.Count} traps.")),
        var report => Say(
            facts, GateCriteria.IsoKickstart, GateFinding.Failed, report.Errors.IsEmpty ? "It is rejected." : report.Errors[0].Text),
    };

    private static GateEvidence? IsoBoot(RunFacts facts) => Boot(facts, BootMedium.Iso) is not { } boot ? null
        : boot.Saw(BootMilestone.Installer) ? Say(facts, GateCriteria.IsoBoots, GateFinding.Met, boot.Summary)
        : boot.Ending is BootEnding.Panic or BootEnding.EmergencyShell ? Say(facts, GateCriteria.IsoBoots, GateFinding.Failed, boot.Summary)
        : Say(facts, GateCriteria.IsoBoots, GateFinding.Partial, WithUnseen(boot));

    private static GateEvidence? Passphrase(RunFacts facts) => Boot(facts, BootMedium.Disk) is { } boot && boot.Saw(BootMilestone.PassphrasePrompt)
        ? Say(facts, GateCriteria.InstallLuks, GateFinding.Partial, "A passphrase is asked for. Whether it is the only time was not seen.")
        : null;

    private static GateEvidence? Login(RunFacts facts)
    {
        if (Boot(facts, BootMedium.Disk) is not { } boot)
        {
            return null;
        }

        var isUp = boot.IsGraphical
            ? boot.Saw(BootMilestone.GraphicalTarget) || boot.Saw(BootMilestone.DisplayManager)
            : boot.Saw(BootMilestone.LoginPrompt);
        return isUp ? Say(facts, GateCriteria.Login, GateFinding.Met, boot.Summary)
            : boot.Ending is BootEnding.Panic or BootEnding.EmergencyShell ? Say(facts, GateCriteria.Login, GateFinding.Failed, boot.Summary)
            : Say(facts, GateCriteria.Login, GateFinding.Partial, WithUnseen(boot));
    }

    private static GateEvidence? Guide(RunFacts facts) =>
        facts is { Built: true, HasGuide: true } ? Say(facts, GateCriteria.Guide, GateFinding.Met, "docs/BUILD-bootc.md was written from this design.") : null;

    private static BootReport? Boot(RunFacts facts, BootMedium medium) =>
        facts.Boots.LastOrDefault(boot => boot.Medium == medium && boot.Ending != BootEnding.Cancelled);

    private static string WithUnseen(BootReport boot) => $"{boot.Summary} Not seen: {string.Join(", ", boot.NotSeen)}.";

    private static GateEvidence Say(RunFacts facts, string part, GateFinding finding, string text) =>
        new(part, finding, facts.DesignId, facts.Date, text) { Run = facts.Run };
}
