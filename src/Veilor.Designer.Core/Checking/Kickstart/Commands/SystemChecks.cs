using Veilor.Designer.Core.Checking.Kickstart.Syntax;

namespace Veilor.Designer.Core.Checking.Kickstart.Commands;

/// <summary>What the commands for the installed system check beyond their options.</summary>
internal static class SystemChecks
{
    public static void Keyboard(CommandLine line)
    {
        line.Refuse(line.Arguments["kbd"].Count > 1, "A single argument is expected for the keyboard command");
        RefuseExtra(line, "keyboard");
        line.Refuse(
            line.Arguments["kbd"].Count == 0 && !line.Counts("--vckeymap") && line.List("--xlayouts").Count == 0,
            "One of --xlayouts, --vckeymap options with value(s) or argument is expected for the keyboard command");
    }

    public static void Timezone(CommandLine line)
    {
        line.Refuse(line.Context.HasNoWords, "At least one option and/or an argument are expected for the timezone command");
        line.Refuse(line.Arguments["<timezone>"].Count > 1, "One or zero arguments are expected for the timezone command");
        line.Refuse(line.List("--ntpservers").Count > 0 && line.Has("--nontp"), "Options --nontp and --ntpservers are mutually exclusive");
    }

    /// <summary>Exactly one of several options.</summary>
    public static void OneOf(CommandLine line, string command, params string[] options)
    {
        var used = options.Where(line.Counts).ToList();
        line.Refuse(used.Count == 0, $"One of -{string.Join(", ", options)} options must be specified for {command} command.");
        AtMostOne(line, command, used);
    }

    public static void AtMostOne(CommandLine line, string command, IReadOnlyList<string> used) =>
        line.Refuse(used.Count > 1, $"Only one of {string.Join(", ", used)} options may be specified for {command} command.");

    public static void Bootloader(CommandLine line)
    {
        line.Refuse(line.Text("--boot-drive").Contains(',', StringComparison.Ordinal), "--boot-drive accepts only one argument");
        line.Refuse(line.Has("--sdboot") && line.Has("--extlinux"), "Only one of --sdboot and --extlinux may be specified for bootloader command.");
    }

    public static void RootPassword(CommandLine line)
    {
        line.Refuse(line.First("<password>").Length == 0 && !line.Has("--lock"), "A single argument is expected for the rootpw command");
        RefuseExtra(line, "rootpw");
    }

    public static void SshKey(CommandLine line) =>
        line.WarnAgain(line.Text("--username"), $"An ssh user with the name {line.Text("--username")} has already been defined.");

    public static void SshPassword(CommandLine line)
    {
        line.Refuse(line.Arguments["<password>"].Count == 0, "A single argument is expected for the sshpw command");
        RefuseExtra(line, "sshpw");
        line.WarnAgain(line.Text("--username"), $"An ssh user with the name {line.Text("--username")} has already been defined.");
    }

    public static void Services(CommandLine line) => line.Refuse(
        line.List("--disabled").Count == 0 && line.List("--enabled").Count == 0,
        "One of --disabled or --enabled must be provided.");

    public static void RefuseExtra(CommandLine line, string command) =>
        line.Refuse(line.Extra.Count > 0, $"Unexpected arguments to {command} command: {PythonText.Repr(line.Extra)}");
}
