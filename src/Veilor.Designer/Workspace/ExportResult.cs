namespace Veilor.Designer.Workspace;

/// <summary>What an export gave.</summary>
/// <param name="Path">The folder or file that was written; null when nothing was.</param>
/// <param name="Files">How many files the bundle has.</param>
/// <param name="Problem">Why nothing was written and what helps, in sentences; empty after a success.</param>
public sealed record ExportResult(string? Path, int Files, string Problem)
{
    public bool IsSuccess => Path is not null;

    public static ExportResult Written(string path, int files) => new(path, files, "");

    public static ExportResult Refused(string problem) => new(null, 0, problem);
}
