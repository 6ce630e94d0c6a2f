using System.Diagnostics.CodeAnalysis;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// A step of the build that gets a secret: <c>packages</c> for every step in which dnf installs, <c>scripts</c> for every
/// script of the build, or <c>scripts/NAME</c> for one of them.
/// </summary>
public sealed record SecretStep : ITextValue<SecretStep>
{
    private const string PackagesName = "packages";
    private const string ScriptsName = "scripts";
    private const string ScriptsFolder = ScriptsName + "/";

    private readonly string _text;

    private SecretStep(string text, RelativePath? script)
    {
        _text = text;
        Script = script;
    }

    /// <summary>Every step in which dnf installs.</summary>
    public static SecretStep Packages { get; } = new(PackagesName, script: null);

    /// <summary>Every script of the build.</summary>
    public static SecretStep Scripts { get; } = new(ScriptsName, script: null);

    /// <summary>The one script, as a path below <c>scripts/</c>; null for a step that is none.</summary>
    public RelativePath? Script { get; }

    /// <summary>The step that runs one script.</summary>
    public static SecretStep Of(RelativePath script) => new(ScriptsFolder + script, script);

    public static bool TryParse(string? text, [NotNullWhen(true)] out SecretStep? value, out string error)
    {
        value = null;
        error = "";
        switch (text ?? "")
        {
            case PackagesName:
                value = Packages;
                return true;
            case ScriptsName:
                value = Scripts;
                return true;
            case var name when name.StartsWith(ScriptsFolder, StringComparison.Ordinal):
                value = RelativePath.TryParse(name[ScriptsFolder.Length..], out var script, out error) ? Of(script) : null;
                return value is not null;
            default:
                error = "This is no step. Write packages, scripts for every script of the build, or scripts/ and the name of one.";
                return false;
        }
    }

    public static SecretStep Parse(string text) => TextValue.Parse<SecretStep>(text);

    public override string ToString() => _text;
}
