using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>FIPS mode allows pbkdf2 only, so the disk could not be opened.</summary>
public sealed class FipsKeyDerivationRule() : DesignRule("VD3009", DiagnosticSeverity.Error, "argon2id does not work in FIPS mode")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.Storage.HasEncryption && input.Design.Storage.KeyDerivation == LuksKeyDerivation.Argon2id
            && (input.Design.System.Fips
                || input.Design.Kernel.Arguments.Any(entry => string.Equals(entry.Argument.ToString(), "fips=1", StringComparison.Ordinal))
                || BuildCommands.Of(input).Any(command => command.Program is "update-crypto-policies" && command.Words.Any(word => word.StartsWith("FIPS", StringComparison.Ordinal)))))
        {
            yield return Report(StorageFields.KeyDerivation.Path, "The machine runs in FIPS mode, which does not know argon2id: the disk could not be opened.", "Use pbkdf2", design => StorageFields.KeyDerivation.Set(design, LuksKeyDerivation.Pbkdf2));
        }
    }
}
