namespace Veilor.Designer.Core.Checking.BuilderConfig.Reading;

/// <summary>A single value: <see cref="string"/>, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>, a <see cref="ConfigMoment"/>, or null (JSON only).</summary>
internal sealed class ConfigScalar : ConfigValue
{
    public ConfigScalar(object? value, int line, int column, string? raw = null)
        : base(line, column)
    {
        Value = value;
        Raw = raw;
    }

    public object? Value { get; }

    /// <summary>A JSON number as written; null for everything else.</summary>
    public string? Raw { get; }
}
