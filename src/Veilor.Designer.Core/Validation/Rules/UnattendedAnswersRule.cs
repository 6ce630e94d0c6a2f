using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>An unattended Anaconda stops at a page that the kickstart leaves open (pykickstart, text --non-interactive).</summary>
public sealed class UnattendedAnswersRule() : DesignRule("VD8022", DiagnosticSeverity.Warning, "An unattended installation has open questions")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (input.Design.HasOwnKickstart())
        {
            yield break;
        }

        if (input.Design.Installer.Mode != InstallerMode.Unattended || !input.Design.Outputs.ImageTypes.Any(type => type.IsIso()))
        {
            yield break;
        }

        var system = input.Design.System;
        foreach (var (isOpen, path, what) in new (bool IsOpen, FieldPath Path, string What)[]
        {
            (system.Locale is null, SystemFields.Locale.Path, "language"),
            (system.Keyboard is null, SystemFields.Keyboard.Path, "keyboard"),
            (system.TimeZone is null, SystemFields.TimeZone.Path, "time zone"),
        })
        {
            if (isOpen)
            {
                yield return Report(path, $"No {what} is set, and nobody is there to choose one: the installer takes its own default or stops.");
            }
        }
    }
}
