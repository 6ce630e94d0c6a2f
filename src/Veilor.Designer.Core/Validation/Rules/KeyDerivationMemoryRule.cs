using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>cryptsetup uses the memory cost for argon2 only (cryptsetup-luksFormat(8), --pbkdf-memory).</summary>
public sealed class KeyDerivationMemoryRule() : DesignRule("VD3034", DiagnosticSeverity.Warning, "pbkdf2 takes no memory")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Storage is { KeyDerivation: LuksKeyDerivation.Pbkdf2, KeyDerivationMemory: not null })
        {
            yield return Report(StorageFields.KeyDerivationMemory.Path, "pbkdf2 makes the key without memory, so the number is written nowhere.", "Clear the memory", design => StorageFields.KeyDerivationMemory.Set(design, null));
        }
    }
}
