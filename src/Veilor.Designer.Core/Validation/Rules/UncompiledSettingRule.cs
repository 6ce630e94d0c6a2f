using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>GNOME reads compiled databases: dconf update makes them of keyfiles, glib-compile-schemas of schemas and overrides (dconf(1), glib-compile-schemas(1)). Packages run both when they are installed, which is before the overlay is copied.</summary>
public sealed class UncompiledSettingRule() : DesignRule("VD7057", DiagnosticSeverity.Warning, "Nothing compiles the settings")
{
    private const string Databases = "etc/dconf/db/", Schemas = "usr/share/glib-2.0/schemas/";

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        if (First(input, Databases, path => path.Contains(".d/", StringComparison.Ordinal)) is { } keyfile && !Runs(input, "dconf"))
        {
            yield return ReportFile(keyfile, $"overlay/{keyfile} is one of the files that dconf update makes a database of, and no step runs it behind the copy: the settings have no effect. Write RUN dconf update before the clean-up.");
        }

        if (First(input, Schemas, path => path.EndsWith(".gschema.override", StringComparison.Ordinal) || path.EndsWith(".gschema.xml", StringComparison.Ordinal)) is { } schema && !Runs(input, "glib-compile-schemas"))
        {
            yield return ReportFile(schema, $"overlay/{schema} is one of the files that glib-compile-schemas reads, and no step runs it behind the copy: it has no effect. Write RUN glib-compile-schemas /{Schemas.TrimEnd('/')} before the clean-up.");
        }
    }

    private static string? First(RuleInput input, string folder, Func<string, bool> isRead) =>
        OverlayFiles.Below(input.Content, folder).Select(each => each.Path).FirstOrDefault(path => isRead(path[folder.Length..]));

    /// <summary>True when the program is named anywhere in the build, in a unit or in a script of the first boot.</summary>
    private static bool Runs(RuleInput input, string program) =>
        BuildCommands.Of(input).Concat(BuildCommands.OnMachine(input)).Any(command => command.Text.Contains(program, StringComparison.Ordinal));
}
