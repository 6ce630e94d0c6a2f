using System.Text;
using System.Text.Json;
using CsCheck;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Tests.Storage;

namespace Veilor.Designer.Core.Tests.Generation;

/// <summary>What the real shell and the real kickstart lexer make of generated text; many designs go through one process.</summary>
public sealed class ShellPropertyTests
{
    private const string KickstartReader =
        """
        import json, shlex, sys
        json.dump([[shlex.split(line, comments=True) for line in text.splitlines(True)] for text in json.load(sys.stdin.buffer)], sys.stdout)
        """;

    [Fact]
    public void Every_script_and_every_RUN_is_shell() =>
        DesignGen.WithoutOwnLines.Array[40].Sample(
            designs =>
            {
                var scripts = designs.SelectMany(design =>
                {
                    var compiled = Compiled.Of(design);
                    var runs = Compiled.Instructions(compiled.Document(BundlePaths.Containerfile).Text)
                        .Where(each => string.Equals(each.Keyword, "RUN", StringComparison.Ordinal))
                        .Select(each => Compiled.Command(each.Text));
                    return compiled.Documents.Where(document => document.Language == DocumentLanguage.Shell).Select(document => document.Text).Concat(runs);
                }).Distinct(StringComparer.Ordinal);
                Assert.Equal("", Parse(scripts));
            },
            iter: Repetitions.Of(2));

    [Fact]
    public void The_Containerfile_has_known_instructions_only() =>
        DesignGen.WithoutOwnLines.Sample(
            design => Assert.All(
                Compiled.Instructions(Compiled.Of(design).Document(BundlePaths.Containerfile).Text),
                each => Assert.Contains(each.Keyword, ["FROM", "LABEL", "ARG", "RUN", "COPY"], StringComparer.Ordinal)),
            iter: Repetitions.Of(100));

    [Fact]
    public void The_shell_writes_the_branding_into_os_release_and_reads_it_back()
    {
        DesignGen.WithoutOwnLines.Where(design => design.Branding.Name.Length + design.Branding.PrettyName.Length > 0).Array[30].Sample(
            designs =>
            {
                var script = new StringBuilder("set -eu\nfile=$(mktemp)\ntrap 'rm -f \"$file\"' EXIT\n");
                foreach (var design in designs)
                {
                    var run = Compiled.Instructions(Compiled.Of(design).Document(BundlePaths.Containerfile).Text)
                        .Single(each => each.Text.Contains("/usr/lib/os-release", StringComparison.Ordinal));
                    script.Append("printf 'NAME=Fedora\\nPRETTY_NAME=Fedora\\nVARIANT=x\\nID=fedora\\nVERSION_ID=43\\n' > \"$file\"\n")
                        .Append(run.Text.Replace("/usr/lib/os-release", "\"$file\"", StringComparison.Ordinal)).Append('\n')
                        .Append("( NAME= PRETTY_NAME= VARIANT=; . \"$file\"; printf '%s\\0' \"$NAME\" \"$PRETTY_NAME\" \"$VARIANT\" \"$ID\" \"$VERSION_ID\" )\n");
                }

                var read = Encoding.UTF8.GetString(ExternalProgram.RunWithInput(Encoding.UTF8.GetBytes(script.ToString()), "bash")).Split('\0')[..^1];
                var wanted = designs.SelectMany(design => new[]
                {
                    Or(design.Branding.Name, "Fedora"), Or(design.Branding.PrettyName, "Fedora"), Or(design.Branding.Variant, "x"), "fedora", "43",
                });
                Assert.Equal(wanted, read, StringComparer.Ordinal);
            },
            iter: Repetitions.Of(2));

        static string Or(string value, string otherwise) => value.Length > 0 ? value : otherwise;
    }

    [Fact]
    public void The_kickstart_lexer_reads_users_keys_and_arguments_back() =>
        DesignGen.WithoutOwnLines.Array[60].Sample(
            designs =>
            {
                var texts = designs.Select(design => Compiled.Of(design).Document(BundlePaths.IsoKickstart).Text);
                var input = JsonSerializer.SerializeToUtf8Bytes(texts);
                var read = JsonSerializer.Deserialize<string[][][]>(ExternalProgram.RunWithInput(input, "python3", "-c", KickstartReader))!;
                foreach (var (design, lines) in designs.Zip(read))
                {
                    var accounts = design.Users.Accounts.Where(account => account.HasCredential).ToList();
                    var users = lines.Where(words => words is ["user", ..]).ToList();
                    Assert.Equal(accounts.Select(account => "--name=" + account.Name), users.Select(words => words[1]), StringComparer.Ordinal);
                    Assert.Equal(
                        accounts.Select(account => account.FullName),
                        users.Select(words => Array.Find(words, word => word.StartsWith("--gecos=", StringComparison.Ordinal))?["--gecos=".Length..] ?? ""),
                        StringComparer.Ordinal);
                    Assert.Equal(accounts.Select(account => !account.HasPassword), users.Select(words => words.Contains("--lock")));
                    Assert.Equal(
                        accounts.SelectMany(account => account.SshKeys.Select(key => key.ToString())),
                        lines.Where(words => words is ["sshkey", _, _]).Select(words => words[2]),
                        StringComparer.Ordinal);
                    var append = string.Join(' ', design.Kernel.Arguments.Where(entry => entry.Owner == ArgumentOwner.Installer).Select(entry => entry.Argument.ToString())
                        .Concat(design.Storage.Subvolumes.Select(SubvolumeMountOptions.InRootFlags).Where(words => words.Count > 0).Select(words => "rootflags=" + string.Join(',', words))));
                    Assert.Equal(append, lines.Where(words => words is ["bootloader", _]).Select(words => words[1]["--append=".Length..]).SingleOrDefault(""));
                    Assert.Equal(
                        (design.Users.Accounts.Any(account => account is { ChangePasswordAtFirstLogin: true, HasPassword: true } || account is { HasCredential: true, Expires: not null }) ? 1 : 0)
                        + (design.Storage.Subvolumes.Any(subvolume => SubvolumeMountOptions.InFstab(design.Storage, subvolume).Count > 0) ? 1 : 0),
                        lines.Count(words => words is ["%end"]));
                }
            },
            iter: Repetitions.Of(2));

    [Fact]
    public void Commands_of_the_build_guide_are_shell() =>
        DesignGen.Any.Array[40].Sample(
            designs => Assert.Equal("", Parse(designs.Select(design => string.Join('\n', Fenced(Compiled.Of(design).Document(BundlePaths.BuildGuide).Text))))),
            iter: Repetitions.Of(1));

    /// <summary>What bash says about the scripts without running them; nothing when all are well formed.</summary>
    private static string Parse(IEnumerable<string> scripts)
    {
        var folder = Directory.CreateTempSubdirectory("veilor-shell-").FullName;
        try
        {
            var count = 0;
            foreach (var script in scripts)
            {
                File.WriteAllText(Path.Combine(folder, $"{count++}.sh"), script);
            }

            return ExternalProgram.Run("bash", "-c", "cd \"$1\"; for script in *.sh; do message=$(bash -n \"$script\" 2>&1) || { echo \"$message\"; cat \"$script\"; }; done", "bash", folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<string> Fenced(string markdown)
    {
        var isInside = false;
        foreach (var line in markdown.Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isInside = !isInside;
            }
            else if (isInside)
            {
                yield return line;
            }
        }
    }
}
