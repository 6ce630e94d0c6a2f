using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>LUKS asks at the console at every start; clevis binds the disk to a TPM or to a server (clevis-luks-bind(1)).</summary>
public sealed class ServerPassphraseRule() : DesignRule("VD3025", DiagnosticSeverity.Info, "Somebody must type the passphrase at every start")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.IsFor(MachineUse.Server) && input.Design.Storage.Partitions.FirstOrDefault(partition => partition.Encrypted) is { } partition
            && !input.Design.Packages.Install.Any(package => package.ToString().StartsWith("clevis", StringComparison.Ordinal)))
        {
            yield return Report(StorageFields.Partitions.PathOf(partition, "encrypted"), $"'{partition.Name}' is encrypted, and a server restarts with nobody at its console. Bind it to a TPM or a tang server with clevis, or see to it that somebody can type.");
        }
    }
}
