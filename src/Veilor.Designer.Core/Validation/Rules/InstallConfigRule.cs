using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Toml;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>bootc denies keys that it does not know (install/config.rs; bootc-install-config(5)).</summary>
public sealed class InstallConfigRule() : DesignRule("VD7026", DiagnosticSeverity.Error, "bootc refuses an installation config")
{
    private static readonly string[] Keys =
    [
        "root-fs-type", "block", "kargs", "karg-deletes", "match-architectures", "stateroot", "root-mount-spec", "boot-mount-spec", "bootloader",
        "discoverable-partitions", "enforce-container-sigpolicy", "filesystem", "ostree", "bootupd",
    ];

    private static readonly string[] FileSystems = ["xfs", "ext4", "btrfs"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var (path, file) in InstallConfigs.Files(input.Content))
        {
            if (Problem(file) is { } problem)
            {
                yield return ReportFile(path, $"overlay/{path}: {problem}");
            }
        }
    }

    private static string? Problem(ContentFile file)
    {
        if (TomlTree.Parse(file.ReadableText(), out var fault) is not { } root)
        {
            return $"this is not TOML ({fault}).";
        }

        if (root.Members.FirstOrDefault(member => member.Key is not "install").Key is { } stranger)
        {
            return $"the key '{stranger}' is unknown; the only table is [install].";
        }

        if (root["install"] is not { } install)
        {
            return null;
        }

        if (install.Members.FirstOrDefault(member => Array.IndexOf(Keys, member.Key) < 0).Key is { } key)
        {
            return $"the key '{key}' is unknown in [install]; allowed are {string.Join(", ", Keys)}.";
        }

        return (install["filesystem"]?["root"]?["type"] ?? install["root-fs-type"]) is { } type && Array.IndexOf(FileSystems, type.Text) < 0
            ? $"'{type.Text}' is no root file system here; allowed are {string.Join(", ", FileSystems)}."
            : null;
    }
}
