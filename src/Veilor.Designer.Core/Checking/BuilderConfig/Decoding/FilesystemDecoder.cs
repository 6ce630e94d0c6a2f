using System.Globalization;
using Veilor.Designer.Core.Checking.BuilderConfig.Reading;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Decoding;

/// <summary>
/// Decodes an entry of <c>customizations.filesystem</c>. It looks at three keys by their exact names and at
/// nothing else, and it takes a negative number, which then wraps around to a huge size.
/// </summary>
internal static class FilesystemDecoder
{
    public static void CheckToml(ConfigValue value)
    {
        var table = value as ConfigTable;
        RequireMountpoint("TOML", table, value);
        var size = ReadSize(table, "size", value);
        var minsize = ReadSize(table, "minsize", value);
        if (size == 0 && minsize == 0)
        {
            throw new ConfigErrorException("TOML unmarshal: minsize must be greater than 0, got 0", value.Line, value.Column);
        }

        if (size > 0 && minsize > 0)
        {
            throw new ConfigErrorException("TOML unmarshal: size and minsize cannot both be set (size is an alias for minsize)", value.Line, value.Column);
        }
    }

    public static void CheckJson(ConfigValue value)
    {
        var table = value as ConfigTable;
        RequireMountpoint("JSON", table, value);
        var minsize = table?.Find("minsize")?.Value;
        switch (minsize)
        {
            case ConfigScalar { Value: long or double }:
                return;
            case ConfigScalar { Value: string text }:
                try
                {
                    SizeText.Parse(text, minsize);
                }
                catch (ConfigErrorException problem)
                {
                    throw new ConfigErrorException($"JSON unmarshal: size is not valid filesystem size ({problem.Message})", problem.Line, problem.Column);
                }

                return;
            default:
                throw new ConfigErrorException(
                    $"JSON unmarshal: minsize must be float64 number or string, got {(minsize is null ? "<nil>" : GoText.Print(minsize))} of type {GoText.TypeOf(minsize)}",
                    (minsize ?? value).Line,
                    (minsize ?? value).Column);
        }
    }

    private static void RequireMountpoint(string notation, ConfigTable? table, ConfigValue at)
    {
        var mountpoint = table?.Find("mountpoint")?.Value;
        if (mountpoint is ConfigScalar { Value: string })
        {
            return;
        }

        var type = notation == "JSON" && mountpoint is ConfigScalar { Value: long } ? "float64" : GoText.TypeOf(mountpoint);
        throw new ConfigErrorException(
            $"{notation} unmarshal: mountpoint must be string, got {(mountpoint is null ? "<nil>" : GoText.Print(mountpoint))} of type {type}",
            (mountpoint ?? at).Line,
            (mountpoint ?? at).Column);
    }

    private static ulong ReadSize(ConfigTable? table, string name, ConfigValue at)
    {
        var value = table?.Find(name)?.Value;
        switch (value)
        {
            case null:
                return 0;
            case ConfigScalar { Value: long number }:
                return unchecked((ulong)number);
            case ConfigScalar { Value: string text }:
                try
                {
                    return SizeText.Parse(text, value);
                }
                catch (ConfigErrorException problem)
                {
                    throw new ConfigErrorException($"TOML unmarshal: {name} is not valid filesystem size ({problem.Message})", problem.Line, problem.Column);
                }

            default:
                throw new ConfigErrorException(
                    string.Create(CultureInfo.InvariantCulture, $"TOML unmarshal: {name} must be integer or string, got {GoText.Print(value)} of type {GoText.TypeOf(value)}"),
                    value.Line,
                    value.Column);
        }
    }
}
