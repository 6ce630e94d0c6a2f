using Veilor.Designer.Core.Booting;

namespace Veilor.Designer.Core.Tests.Booting;

public sealed class BootConsoleTests
{
    private static readonly TimeSpan Now = TimeSpan.FromSeconds(5);
    private static readonly BootTarget Text = new(BootMedium.Disk, IsGraphical: false, TimeSpan.FromMinutes(1));
    private static readonly BootTarget Graphical = Text with { IsGraphical = true };
    private static readonly BootTarget Iso = Text with { Medium = BootMedium.Iso };

    private static BootConsole Seen(string text)
    {
        var console = new BootConsole();
        console.Write(text, Now);
        return console;
    }

    [Theory]
    [InlineData("                     GNU GRUB  version 2.12", BootMilestone.BootLoader)]
    [InlineData("ISOLINUX 6.04 20191223  Copyright", BootMilestone.BootLoader)]
    [InlineData("[    0.000000] Linux version 6.12.43+deb13-amd64 (debian-kernel@lists.debian.org)", BootMilestone.Kernel)]
    [InlineData("[    2.1] systemd[1]: systemd 257.7-1 running in system mode (+PAM)", BootMilestone.Systemd)]
    [InlineData("Please enter passphrase for disk veilor (luks-1234): (press TAB for no echo) ", BootMilestone.PassphrasePrompt)]
    [InlineData("[\u001b[0;32m  OK  \u001b[0m] Reached target \u001b[0;1;39mmulti-user.target\u001b[0m - Multi-User System.", BootMilestone.MultiUserTarget)]
    [InlineData("[\u001b[0;32m  OK  \u001b[0m] Reached target \u001b[0;1;39mgraphical.target\u001b[0m - Graphical Interface.", BootMilestone.GraphicalTarget)]
    [InlineData("[  OK  ] Started sddm.service - Simple Desktop Display Manager.", BootMilestone.DisplayManager)]
    [InlineData("veilor login: ", BootMilestone.LoginPrompt)]
    [InlineData("anaconda 43.44-1.fc43 for Fedora 43 started.", BootMilestone.Installer)]
    [InlineData("[\u001b[0;1;31mFAILED\u001b[0m] Failed to start usbguard.service - USBGuard daemon.", BootMilestone.UnitFailed)]
    [InlineData("You are in emergency mode. After logging in, type \"journalctl -xb\"", BootMilestone.EmergencyShell)]
    [InlineData("Press Enter for maintenance", BootMilestone.EmergencyShell)]
    [InlineData("[    1.2] Kernel panic - not syncing: Attempted to kill init! exitcode=0x00000000", BootMilestone.Panic)]
    public void A_milestone_is_recognised_before_its_line_has_ended(string text, BootMilestone milestone) =>
        Assert.Equal([milestone], Seen(text).Events.Select(item => item.Milestone));

    [Theory]
    [InlineData("[  OK  ] Started systemd-logind.service - User Login Management.")]
    [InlineData("Command line: console=ttyS0 root=/dev/vda login: no")]
    [InlineData("Starting installer, one moment...")]
    [InlineData("Last login: Thu")]
    [InlineData("[    0.1] usb: new device")]
    public void Other_lines_are_none(string text) => Assert.Empty(Seen(text + "\r\n").Events);

    [Fact]
    public void Any_chunking_sees_the_same()
    {
        const string Console = "\u001bc\u001b[?7l\r\nLinux version 6.12\r\n[FAILED] Failed to start a.service - A.\r\n[FAILED] Failed to start b.service.\r\nhost login: ";
        var whole = Seen(Console).Events;
        var pieces = new BootConsole();
        foreach (var c in Console)
        {
            pieces.Write([c], Now);
        }

        Assert.Equal(4, whole.Count);
        Assert.Equal(whole, pieces.Events);
    }

    [Fact]
    public void A_milestone_keeps_its_first_time()
    {
        var console = Seen("host login: ");
        console.Write("\r\n\r\nhost login: ", Now * 2);
        Assert.Equal(Now, console.At(BootMilestone.LoginPrompt));
    }

    [Fact]
    public void A_line_without_end_does_not_grow_for_ever()
    {
        var console = new BootConsole();
        console.Write(new string('x', 100_000), Now);
        console.Write("\nhost login: ", Now);
        Assert.NotNull(console.At(BootMilestone.LoginPrompt));
    }

    [Fact]
    public void A_text_login_is_the_end_of_a_disk_without_a_desktop()
    {
        Assert.Equal(BootEnding.Reached, Seen("host login: ").Ending(Text, Now));
        Assert.Null(Seen("Linux version 6").Ending(Text, Now));
    }

    [Fact]
    public void With_a_desktop_the_prompt_waits_a_while_for_it()
    {
        var prompt = Seen("host login: ");
        Assert.Null(prompt.Ending(Graphical, Now));
        Assert.Equal(BootEnding.Reached, prompt.Ending(Graphical with { TimeLimit = TimeSpan.FromHours(1) }, Now + BootTarget.Settling));
        Assert.Equal(BootEnding.Reached, Seen("[  OK  ] Reached target graphical.target").Ending(Graphical, Now));
    }

    [Fact]
    public void An_iso_ends_with_the_installer_and_not_with_a_login()
    {
        Assert.Equal(BootEnding.Reached, Seen("anaconda 43.44-1.fc43 for Fedora 43 started.").Ending(Iso, Now));
        Assert.Null(Seen("host login: ").Ending(Iso, Now));
    }

    [Fact]
    public void A_passphrase_prompt_ends_a_disk_since_nobody_answers() =>
        Assert.Equal(BootEnding.WaitsForPassphrase, Seen("Please enter passphrase for disk x: ").Ending(Text, Now));

    [Fact]
    public void A_panic_and_an_emergency_shell_end_everything()
    {
        Assert.Equal(BootEnding.Panic, Seen("host login: \r\nKernel panic - not syncing: x").Ending(Text, Now));
        Assert.Equal(BootEnding.EmergencyShell, Seen("You are in emergency mode.").Ending(Iso, Now));
    }

    [Fact]
    public void Time_is_up_at_the_limit() => Assert.Equal(BootEnding.TimeLimit, Seen("Linux version 6").Ending(Text, Text.TimeLimit));
}
