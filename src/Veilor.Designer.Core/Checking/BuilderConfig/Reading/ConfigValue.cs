namespace Veilor.Designer.Core.Checking.BuilderConfig.Reading;

/// <summary>A value in a config file, with its place. The same tree serves TOML and JSON.</summary>
internal abstract class ConfigValue
{
    protected ConfigValue(int line, int column)
    {
        Line = line;
        Column = column;
    }

    /// <summary>From 1.</summary>
    public int Line { get; }

    /// <summary>From 1, in UTF-16 code units.</summary>
    public int Column { get; }
}
