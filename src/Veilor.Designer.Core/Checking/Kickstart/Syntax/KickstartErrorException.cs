namespace Veilor.Designer.Core.Checking.Kickstart.Syntax;

/// <summary>Ends the reading of one line, section or file. It never leaves the checker.</summary>
internal sealed class KickstartErrorException : Exception
{
    public KickstartErrorException(string message, int? line)
        : base(message) => Line = line;

    /// <summary>From 1; null when the parser would name none.</summary>
    public int? Line { get; }
}
