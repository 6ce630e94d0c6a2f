namespace Veilor.Designer.Core.Checking.BuilderConfig.Reading;

/// <summary>Ends the check of a config at the first error, as the builder does. It never leaves the checker.</summary>
internal sealed class ConfigErrorException : Exception
{
    public ConfigErrorException(string message, int line = 0, int column = 0)
        : base(message)
    {
        Line = line;
        Column = column;
    }

    /// <summary>From 1; 0 when the error has no place.</summary>
    public int Line { get; }

    /// <summary>From 1; 0 when the error has no place.</summary>
    public int Column { get; }
}
