using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Failures;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation;

/// <summary>What the rules share: the descriptor and the making of a diagnostic.</summary>
public abstract class DesignRule : IDesignRule
{
    private protected DesignRule(string code, DiagnosticSeverity severity, string title) =>
        Descriptor = new DiagnosticDescriptor(code, severity, title);

    public DiagnosticDescriptor Descriptor { get; }

    public abstract IEnumerable<Diagnostic> Check(RuleInput input);

    private protected Diagnostic Report(FieldPath path, string message) => new(Descriptor, path, message);

    /// <summary>A problem of a file of the overlay; the fix leaves the file out of the image.</summary>
    /// <param name="path">The path in the image, without a leading slash.</param>
    /// <param name="message">What is wrong.</param>
    private protected Diagnostic ReportFile(string path, string message) =>
        RelativePath.TryParse(path, out var relative, out _)
            ? Report(PathOf(path), message, $"Leave {path} out of the image", design => LeaveOut(design, relative))
            : Report(PathOf(path), message);

    /// <summary>The place of a file of the overlay, by its path in the image, without a leading slash.</summary>
    private protected static FieldPath PathOf(string path) => ContentFields.PathOfFile(DesignContent.OverlayFolder + path);

    /// <summary>The design that leaves a file out, with no mode for it.</summary>
    private protected static ImageDesign LeaveOut(ImageDesign design, RelativePath path) =>
        ContentFields.Exclude.Add(ContentFields.Permissions.Remove(design, path.ToString()), path);

    /// <summary>A name that no list has; the fix takes the nearest that is known.</summary>
    /// <param name="path">The field.</param>
    /// <param name="message">What is wrong, as whole sentences.</param>
    /// <param name="name">The name.</param>
    /// <param name="known">The names that are known; of a list with one that one is meant.</param>
    /// <param name="take">The edit that takes another name in its place.</param>
    private protected Diagnostic ReportName(FieldPath path, string message, string name, IEnumerable<string> known, Func<ImageDesign, string, ImageDesign> take) =>
        Near(name, known) is { } near
            ? Report(path, $"{message} Did you mean {near}?", $"Take {near}", design => take(design, near))
            : Report(path, message);

    private static string? Near(string name, IEnumerable<string> known) => known is IReadOnlyCollection<string> { Count: 1 } one ? one.First() : NearNames.Find(name, known).FirstOrDefault();

    private protected Diagnostic Report(FieldPath path, string message, string fix, Func<ImageDesign, ImageDesign> apply) =>
        new(Descriptor, path, message, new DiagnosticFix(fix, apply));
}
