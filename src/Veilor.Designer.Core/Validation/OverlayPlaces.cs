using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Validation.Rules;

namespace Veilor.Designer.Core.Validation;

/// <summary>What the rules would say of a file in a folder of the overlay, before there is one.</summary>
public static class OverlayPlaces
{
    private const string Name = "FILE";

    private static readonly IDesignRule[] Rules = [new ForbiddenOverlayRule(), new VarOverlayRule(), new HomeOverlayRule()];

    /// <summary>The first problem of any file there; null for a good place.</summary>
    /// <param name="folder">The folder in the bundle with a slash at its end, such as <c>overlay/var/</c>.</param>
    public static Diagnostic? ProblemOf(string folder)
    {
        var content = new DesignContent([new ContentFile(folder + Name, isExecutable: false, 0, () => Stream.Null)]);
        return Rules.SelectMany(rule => rule.Check(new RuleInput(new ImageDesign(), content))).FirstOrDefault();
    }

    /// <summary>The problem in words, of the folder rather than of a file.</summary>
    public static string Describe(Diagnostic problem) => $"{problem.Code}: {problem.Message.Replace("/" + Name, "/…", StringComparison.Ordinal)}";
}
