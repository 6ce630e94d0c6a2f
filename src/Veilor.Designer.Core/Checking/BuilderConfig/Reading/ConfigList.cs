namespace Veilor.Designer.Core.Checking.BuilderConfig.Reading;

/// <summary>An array, or the tables of one <c>[[name]]</c>.</summary>
internal sealed class ConfigList : ConfigValue
{
    public ConfigList(bool isTableArray, int line, int column)
        : base(line, column) => IsTableArray = isTableArray;

    /// <summary>True for <c>[[name]]</c>, false for <c>[ … ]</c>. The decoder marks keys as known in the first only.</summary>
    public bool IsTableArray { get; }

    public List<ConfigValue> Items { get; } = [];
}
