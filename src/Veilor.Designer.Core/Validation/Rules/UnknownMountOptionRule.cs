using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Failures;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The kernel refuses the whole mount for one option that the file system does not know (fsconfig(2): Unknown parameter, Bad value).</summary>
public sealed class UnknownMountOptionRule() : DesignRule("VD3040", DiagnosticSeverity.Error, "The file system refuses a mount option")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var row in MountRow.Of(input.Design))
        {
            foreach (var word in row.Words.Distinct(StringComparer.Ordinal))
            {
                var end = word.IndexOf('=', StringComparison.Ordinal);
                var name = end < 0 ? word : word[..end];
                var kind = row.FileSystem switch { FileSystemKind.Ext4 => "ext4", FileSystemKind.Btrfs => "btrfs", _ => "XFS" };
                if (row.FileSystem == FileSystemKind.Btrfs && name is "subvol" or "subvolid")
                {
                    yield return Refused(row, word, $"'{word}' names a subvolume, which the installer does itself, and the two may differ", near: null);
                }
                else if (!MountOptionNames.IsKnown(row.FileSystem, name, input.Design.IsEnterpriseLinux()))
                {
                    yield return Refused(row, word, $"{kind} has no mount option '{name}'", NearNames.Find(name, MountOptionNames.Of(row.FileSystem)) is [var near, ..] ? near + word[name.Length..] : null);
                }
                else if (MountOptionNames.ProblemOf(name, end < 0 ? null : word[(end + 1)..]) is { } allowed)
                {
                    yield return Refused(row, word, $"{kind} does not take '{word}': the value is {allowed}", near: null);
                }
            }
        }
    }

    private Diagnostic Refused(MountRow row, string word, string why, string? near)
    {
        var message = $"{why}. The kernel refuses the mount of {row.MountPoint}, and the start ends in a rescue shell.";
        return near is null
            ? Report(row.Path, message, $"Leave {word} out", design => row.With(design, row.Change(each => string.Equals(each, word, StringComparison.Ordinal) ? null : each)))
            : Report(row.Path, $"{message} Did you mean {near}?", $"Take {near}", design => row.With(design, row.Change(each => string.Equals(each, word, StringComparison.Ordinal) ? near : each)));
    }
}
