using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Toml;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>bootc denies unknown keys, and bootc container lint (bootc-kargs) is fatal (bootc_kargs.rs).</summary>
public sealed class KargsFileRule() : DesignRule("VD7008", DiagnosticSeverity.Error, "bootc refuses a kargs.d file")
{
    private const string Folder = "usr/lib/bootc/kargs.d/";
    private static readonly string[] Architectures = ["x86_64", "aarch64", "powerpc64", "s390x", "riscv64"];

    /// <summary>Folders that people take for the one that bootc reads.</summary>
    private static readonly string[] Elsewhere = ["etc/bootc/kargs.d/", "usr/lib/kargs.d/", "etc/kargs.d/", "usr/local/lib/bootc/kargs.d/"];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var (path, _) in OverlayFiles.Below(input.Content, Elsewhere))
        {
            yield return ReportFile(path, $"overlay/{path}: bootc reads /{Folder.TrimEnd('/')} alone, so this file is ignored.");
        }

        foreach (var (path, file) in OverlayFiles.Below(input.Content, Folder))
        {
            if (Problem(path, file) is { } problem)
            {
                yield return ReportFile(path, $"overlay/{path}: {problem}");
            }
        }
    }

    private static string? Problem(string path, ContentFile file)
    {
        if (!path.EndsWith(".toml", StringComparison.Ordinal))
        {
            return "bootc reads files that end with .toml, so this one is ignored.";
        }

        if (TomlTree.Parse(file.ReadableText(), out var fault) is not { } root)
        {
            return $"this is not TOML ({fault}).";
        }

        if (root["kargs"] is not { Kind: TomlNodeKind.Array } kargs || kargs.Items.Any(item => item.Kind != TomlNodeKind.String))
        {
            return "the key kargs is missing or is not a list of strings.";
        }

        foreach (var (key, value) in root.Members.Where(member => member.Key is not "kargs"))
        {
            if (key is not "match-architectures")
            {
                return $"the key '{key}' is unknown; allowed are kargs and match-architectures.";
            }

            if (value.Kind != TomlNodeKind.Array || value.Items.FirstOrDefault(item => Array.IndexOf(Architectures, item.Text) < 0) is { } wrong)
            {
                return "match-architectures is a list of Rust's names: x86_64, aarch64, powerpc64, s390x, riscv64.";
            }
        }

        return null;
    }
}
