namespace Veilor.Designer.Core.Generation;

/// <summary>What a line of a known form does in its language: the part of a reason that no field says.</summary>
public static class LineForm
{
    /// <summary>The forms of each language: how the line begins, and what it does. The first that fits counts.</summary>
    public static IReadOnlyDictionary<DocumentLanguage, (string Start, string Sentence)[]> Known { get; } = new Dictionary<DocumentLanguage, (string Start, string Sentence)[]>
    {
        // Containerfile(5).
        [DocumentLanguage.Containerfile] =
        [
            ("RUN ", "RUN executes a command in the image and keeps what it changed as a layer."),
            ("COPY ", "COPY lays files of the bundle into the image."),
        ],
        // pykickstart, commands and sections.
        [DocumentLanguage.Kickstart] =
        [
            ("lang ", "lang is the language of the installer and of the system that it makes."),
            ("keyboard ", "keyboard sets the layout; --vckeymap is that of the console, where the disk's passphrase is typed."),
            ("timezone ", "timezone sets the zone of the installed system; --utc says that the hardware clock runs on UTC."),
            ("network ", "network sets up the connection of the installer and the host name of the system."),
            ("part ", "part makes a partition; sizes are in MiB, and --grow takes what is left."),
            ("btrfs ", "btrfs makes the volume of a partition, and each --subvol a subvolume of it."),
            ("logvol ", "logvol makes a logical volume in its group."),
            ("rootpw ", "rootpw says what opens root; --lock that no password does. It stands only beside an administrator who can log in, because the installer takes it for one."),
            ("user ", "user makes an account on the installed system."),
            ("sshkey ", "sshkey lets the owner of a key log in without a password."),
            ("group ", "group makes a group on the installed system."),
            ("selinux ", "selinux sets the mode of the installed system."),
            ("firstboot ", "firstboot --disable starts no set-up assistant after the installation."),
            ("reboot", "reboot starts the new system when the installation is done; --eject lets go of the disc first."),
        ],
        [DocumentLanguage.Shell] =
        [
            ("set -", "The script ends at the first command that fails; with -u also at a variable that was never set, with pipefail at a failure within a pipe."),
        ],
        // GitHub Docs, workflow syntax.
        [DocumentLanguage.Yaml] =
        [
            ("name: ", "The name is what GitHub's page shows."),
            ("- name: ", "The name is what GitHub's page shows for the step."),
            ("on:", "on lists what starts the workflow."),
            ("push:", "A push to these branches or tags starts it."),
            ("pull_request:", "A pull request starts it, and nothing is published then."),
            ("schedule:", "It starts at fixed times, so that updates of the base get into the image."),
            ("workflow_dispatch:", "It can be started by hand."),
            ("permissions:", "permissions are the only rights that the job's token has."),
            ("packages: read", "packages: read is the right to pull the image."),
            ("concurrency:", "concurrency ends an older run of the same branch."),
            ("env:", "env holds variables, so that values get into commands without being parsed by a shell."),
            ("runs-on: ", "runs-on is the machine that GitHub gives."),
            ("timeout-minutes: ", "timeout-minutes ends a job that hangs."),
            ("needs: ", "needs waits for another job."),
            ("if: ", "if says when the step or job runs; else it is left out."),
            ("- uses: ", "uses calls an action; the commit pins what it does, because a tag can move."),
            ("run: ", "run is a shell command on GitHub's machine."),
            ("with:", "with holds the inputs of the action."),
        ],
        // TOML 1.0, tables.
        [DocumentLanguage.Toml] =
        [
            ("[[", "Double brackets begin one more entry of a list; the keys below belong to it."),
            ("[", "Brackets begin a table; the keys below belong to it."),
        ],
        // systemd.syntax(7), modprobe.d(5), systemd.preset(5).
        [DocumentLanguage.Ini] =
        [
            ("[", "Brackets begin a section; the keys below belong to it."),
            ("blacklist ", "blacklist keeps a device from loading the module by itself; programs and other modules still can."),
            ("install ", "install runs this command in the module's place, so that nothing loads it."),
        ],
    };

    /// <summary>What lines that begin so do; empty for one that is not known.</summary>
    /// <param name="language">The language of the document.</param>
    /// <param name="text">The line without blanks around it.</param>
    public static string Of(DocumentLanguage language, ReadOnlySpan<char> text)
    {
        foreach (var (start, sentence) in Known.GetValueOrDefault(language) ?? [])
        {
            if (text.StartsWith(start, StringComparison.Ordinal))
            {
                return sentence;
            }
        }

        return "";
    }
}
