using System.Text;
using System.Text.RegularExpressions;

namespace Veilor.Designer.Core.Booting;

/// <summary>
/// Recognises milestones in what a machine writes to its serial console. Prompts end without a line break, so unfinished lines are looked at too.
/// </summary>
/// <remarks>
/// The texts: Linux (init/main.c, kernel/panic.c), systemd (src/core/job.c, units/emergency.service.in, src/cryptsetup), agetty (util-linux),
/// dracut (dracut-emergency.sh), Anaconda (its start-up lines on the console), GRUB and SYSLINUX. Not safe for use by several threads.
/// </remarks>
public sealed partial class BootConsole
{
    private const int LongestLine = 4_096;
    private const int MostFailedUnits = 20;

    private static readonly (BootMilestone Milestone, Regex Pattern)[] Patterns =
    [
        (BootMilestone.BootLoader, BootLoader()),
        (BootMilestone.Kernel, Kernel()),
        (BootMilestone.Systemd, Systemd()),
        (BootMilestone.PassphrasePrompt, Passphrase()),
        (BootMilestone.MultiUserTarget, MultiUser()),
        (BootMilestone.GraphicalTarget, Graphical()),
        (BootMilestone.DisplayManager, DisplayManager()),
        (BootMilestone.LoginPrompt, Login()),
        (BootMilestone.Installer, Installer()),
        (BootMilestone.UnitFailed, UnitFailed()),
        (BootMilestone.EmergencyShell, Emergency()),
        (BootMilestone.Panic, Panic()),
    ];

    private readonly StringBuilder _line = new();
    private readonly List<BootEvent> _events = [];

    /// <summary>Where the events of the line that is not ended yet stand: their text grows with it.</summary>
    private readonly HashSet<int> _growing = [];

    /// <summary>In the order in which they were seen; each milestone once, but failed units.</summary>
    public IReadOnlyList<BootEvent> Events => _events;

    /// <summary>True when anything at all was written.</summary>
    public bool HasSpoken { get; private set; }

    /// <summary>When a milestone was first seen, or null.</summary>
    public TimeSpan? At(BootMilestone milestone) => _events.Find(item => item.Milestone == milestone)?.At;

    /// <summary>Takes the next characters of the console.</summary>
    /// <param name="text">Any piece of the stream.</param>
    /// <param name="at">Time since the machine was switched on.</param>
    public void Write(ReadOnlySpan<char> text, TimeSpan at)
    {
        foreach (var c in text)
        {
            HasSpoken |= !char.IsWhiteSpace(c);
            if (c is '\n' or '\r' || _line.Length == LongestLine)
            {
                Look(at);
                _line.Clear();
                _growing.Clear();
            }

            if (c is not ('\n' or '\r'))
            {
                _line.Append(c);
            }
        }

        Look(at);
    }

    /// <summary>Why the machine need not be watched any longer, or null while it must.</summary>
    /// <param name="target">What it is to reach.</param>
    /// <param name="now">Time since it was switched on.</param>
    public BootEnding? Ending(BootTarget target, TimeSpan now)
    {
        if (At(BootMilestone.Panic) is not null)
        {
            return BootEnding.Panic;
        }

        if (At(BootMilestone.EmergencyShell) is not null)
        {
            return BootEnding.EmergencyShell;
        }

        if (target.Medium == BootMedium.Iso ? At(BootMilestone.Installer) is not null : IsUp(target, now))
        {
            return BootEnding.Reached;
        }

        if (target.Medium == BootMedium.Disk && At(BootMilestone.PassphrasePrompt) is not null && At(BootMilestone.LoginPrompt) is null)
        {
            return BootEnding.WaitsForPassphrase;
        }

        return now >= target.TimeLimit ? BootEnding.TimeLimit : null;
    }

    private bool IsUp(BootTarget target, TimeSpan now) =>
        target.IsGraphical
            ? At(BootMilestone.GraphicalTarget) is not null || At(BootMilestone.DisplayManager) is not null
                || (At(BootMilestone.LoginPrompt) is { } login && now >= login + BootTarget.Settling)
            : At(BootMilestone.LoginPrompt) is not null;

    private void Look(TimeSpan at)
    {
        if (_line.Length == 0)
        {
            return;
        }

        var line = Escape().Replace(_line.ToString(), "").TrimStart('\0', ' ');
        foreach (var (milestone, pattern) in Patterns)
        {
            if (!pattern.IsMatch(line))
            {
                continue;
            }

            if (milestone == BootMilestone.UnitFailed)
            {
                AddFailedUnit(pattern.Match(line).Value, at);
            }
            else if (At(milestone) is null)
            {
                _growing.Add(_events.Count);
                _events.Add(new BootEvent(milestone, line.Trim(), at));
            }
            else if (_events.FindIndex(item => item.Milestone == milestone) is var index && _growing.Contains(index))
            {
                _events[index] = _events[index] with { Text = line.Trim() };
            }
        }
    }

    /// <summary>The line grows while it is read, so a longer form of the same failure takes the place of a shorter one.</summary>
    private void AddFailedUnit(string text, TimeSpan at)
    {
        var index = _events.FindIndex(item => item.Milestone == BootMilestone.UnitFailed && (text.StartsWith(item.Text, StringComparison.Ordinal) || item.Text == text));
        if (index >= 0)
        {
            _events[index] = _events[index] with { Text = text };
        }
        else if (_events.Count(item => item.Milestone == BootMilestone.UnitFailed) < MostFailedUnits)
        {
            _events.Add(new BootEvent(BootMilestone.UnitFailed, text, at));
        }
    }

    private const RegexOptions Form = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>Control sequences: colours, cursor moves, the choice of a character set, operating system commands.</summary>
    [GeneratedRegex(@"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\a\x1b]*(\a|\x1b\\)|[()][0-9A-Za-z]|[=>cM78])", Form | RegexOptions.NonBacktracking)]
    private static partial Regex Escape();

    [GeneratedRegex(@"GNU GRUB|Welcome to GRUB!|Booting `|^(ISO|SYS|EXT)LINUX \d", Form | RegexOptions.NonBacktracking)]
    private static partial Regex BootLoader();

    [GeneratedRegex(@"^(\[ *\d+\.\d+\] )?Linux version \d", Form | RegexOptions.NonBacktracking)]
    private static partial Regex Kernel();

    [GeneratedRegex(@"systemd\[1\]: systemd \S+ running in system mode|^systemd \S+ running in system mode", Form | RegexOptions.NonBacktracking)]
    private static partial Regex Systemd();

    [GeneratedRegex(@"Please enter passphrase for disk |Enter passphrase for /", Form | RegexOptions.NonBacktracking)]
    private static partial Regex Passphrase();

    [GeneratedRegex(@"Reached target (multi-user\.target|Multi-User System)", Form | RegexOptions.NonBacktracking)]
    private static partial Regex MultiUser();

    [GeneratedRegex(@"Reached target (graphical\.target|Graphical Interface)", Form | RegexOptions.NonBacktracking)]
    private static partial Regex Graphical();

    [GeneratedRegex(@"Started (sddm|plasmalogin|gdm|lightdm|greetd|cosmic-greeter)\.service", Form | RegexOptions.NonBacktracking)]
    private static partial Regex DisplayManager();

    [GeneratedRegex(@"^(?!Last )[A-Za-z0-9][A-Za-z0-9._-]* login:( |$)", Form, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Login();

    [GeneratedRegex(@"^anaconda \S+ for .+ started\.", Form | RegexOptions.NonBacktracking)]
    private static partial Regex Installer();

    [GeneratedRegex(@"(?<=FAILED\] )Failed to (start|mount) .+", Form, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex UnitFailed();

    [GeneratedRegex(@"You are in (emergency|rescue) mode|Entering emergency mode|Give root password for maintenance|Press Enter for (maintenance|emergency)|Cannot open access to console, the root account is locked", Form | RegexOptions.NonBacktracking)]
    private static partial Regex Emergency();

    [GeneratedRegex(@"Kernel panic - not syncing", Form | RegexOptions.NonBacktracking)]
    private static partial Regex Panic();
}
