using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>The last console is /dev/console, where dracut asks for the passphrase (kernel, serial-console).</summary>
public sealed class SerialPassphraseRule() : DesignRule("VD4022", DiagnosticSeverity.Warning, "The passphrase is asked for on the serial line")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var last = input.Design.Kernel.Arguments.LastOrDefault(entry => string.Equals(entry.Argument.Key, "console", StringComparison.Ordinal));
        if (input.Design.Storage.HasEncryption && last?.Argument.Value is { } value && value.StartsWith("tty", StringComparison.Ordinal) && value.Length > 3 && char.IsAsciiLetterUpper(value[3]))
        {
            yield return Report(KernelFields.Arguments.PathOf(last), $"'{last.Argument}' is the last console, so the prompt for the disk passphrase appears on the serial line alone. Put console=tty0 behind it.", "Add console=tty0", design => KernelFields.Arguments.Put(KernelFields.Arguments.Remove(design, "console=tty0"), last with { Argument = KernelArgument.Parse("console=tty0") }));
        }
    }
}
