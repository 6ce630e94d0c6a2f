using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation.Documents;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>What lies beside design.toml is in the bundle, and overlay/ and assets/ are copied into a layer, which everyone who can pull the image can read.</summary>
public sealed class SecretInDesignRule() : DesignRule("VD9040", DiagnosticSeverity.Error, "The secret is a file of the design")
{
    private static readonly string[] Folders = ["/" + DesignContent.OverlayFolder, "/" + DesignContent.AssetsFolder, "/" + DesignContent.ScriptsFolder];

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        foreach (var secret in input.Design.Extra.Secrets)
        {
            if (secret.From.IsFile && FileOf(secret.From.ToString(), input.Content) is { } file)
            {
                var variable = SecretMounts.VariableOf(secret.Id);
                yield return Report(
                    SecretFields.Secrets.PathOf(secret, "from"),
                    $"'{secret.Id}' is taken from {file}, which belongs to the design: it is in every export{(file.StartsWith(DesignContent.ScriptsFolder, StringComparison.Ordinal) ? "" : " and is copied into the image")}. Keep the file elsewhere.",
                    $"Take it from the variable {variable}",
                    design => SecretFields.Secrets.Put(design, secret with { From = SecretSource.Parse(variable) }));
            }
        }
    }

    /// <summary>The file of the design whose path the source ends with. Where the folder of the design is, a rule does not know.</summary>
    private static string? FileOf(string source, DesignContent content) =>
        Folders.Select(folder => source.LastIndexOf(folder, StringComparison.Ordinal))
            .Where(index => index >= 0)
            .Select(index => source[(index + 1)..])
            .FirstOrDefault(content.Contains);
}
