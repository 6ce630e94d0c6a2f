using System.Text.RegularExpressions;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// The builder puts the text alone on the ISO, beside its own osbuild-base.ks; files of the design are not there (image-builder,
/// kickstart_stage.go). pykickstart reads what %pre made and what a server has (load.py), and stops at a file that is missing.
/// </summary>
public sealed partial class KickstartIncludeRule() : DesignRule("VD8014", DiagnosticSeverity.Warning, "The included file is not on the ISO")
{
    private const string OfBuilder = "/run/install/repo/osbuild-base.ks";

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var installer = input.Design.Installer;
        return Missing(DeliveryFields.ExtraKickstart.Path, installer.ExtraKickstart).Concat(Missing(DeliveryFields.OwnKickstart.Path, installer.OwnKickstart));
    }

    private IEnumerable<Diagnostic> Missing(FieldPath path, string text) =>
        KickstartLines.Commands(text)
            .Where(command => command.Word is "%include" or "%ksappend" && !IsThere(text, command.Line[command.Word.Length..].Trim()))
            .Select(command => Report(path, command.Line.Length == command.Word.Length ? $"'{command.Word}' names no file, and the installer stops there." : $"'{command.Line}': only the kickstart itself is put on the ISO, and no %pre section makes the file. Write the lines here, make the file below /tmp in %pre, or take it from a server."))
            .DistinctBy(each => each.Message, StringComparer.Ordinal);

    private static bool IsThere(string text, string file) =>
        Address().IsMatch(file)
        || string.Equals(file, OfBuilder, StringComparison.Ordinal)
        || (file.StartsWith('/') && KickstartLines.Bodies(text).Any(section => section.Head.Split(' ', 2)[0] is "%pre" && Makes(section.Body, file)));

    /// <summary>True for a script that names the file, or may mean it by a variable.</summary>
    private static bool Makes(string script, string file) =>
        script.Contains(file[(file.LastIndexOf('/') + 1)..], StringComparison.Ordinal) || script.Contains('$', StringComparison.Ordinal);

    [GeneratedRegex("^(?:https?|ftp)://", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
