using System.Globalization;
using Veilor.Designer.Core.Checking.BuilderConfig.Reading;
using Veilor.Designer.Core.Checking.BuilderConfig.Schema;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Decoding;

/// <summary>
/// Decodes <c>customizations.disk</c>. TOML is turned into JSON first, with its keys sorted, so both notations
/// meet the same rules; only the partitions refuse unknown keys.
/// </summary>
internal static class DiskDecoder
{
    public static void CheckTomlDisk(ConfigValue value)
    {
        var sorted = Sorted(value);
        RefuseUnwritable(sorted);
        try
        {
            CheckDisk(sorted);
        }
        catch (JsonTypeException problem)
        {
            throw new ConfigErrorException($"error decoding TOML {GoText.Print(value)}: {problem.Message}", problem.Line, problem.Column);
        }
        catch (ConfigErrorException problem)
        {
            throw new ConfigErrorException($"error decoding TOML {GoText.Print(value)}: {problem.Message}", problem.Line, problem.Column);
        }
    }

    /// <summary>A script of the first boot, which is kept as JSON and not read any further.</summary>
    public static void CheckTomlScript(ConfigValue value) => RefuseUnwritable(Sorted(value));

    public static void CheckDisk(ConfigValue value) => JsonDecoder.Check(value, DiskSchema.Disk, strict: false);

    /// <summary>A size of the disk itself: an integer or a text.</summary>
    public static void CheckSize(ConfigValue value)
    {
        try
        {
            switch (value)
            {
                case ConfigScalar { Value: string text }:
                    SizeText.Parse(text, value);
                    break;
                case ConfigScalar { Value: long or double } number:
                    CheckWholeNumber(number);
                    break;
                default:
                    throw NotANumber(value);
            }
        }
        catch (ConfigErrorException problem)
        {
            throw new ConfigErrorException($"error decoding size: {problem.Message}", problem.Line, problem.Column);
        }
    }

    public static void CheckPartition(ConfigValue value)
    {
        Prefixed("JSON unmarshal:", () => JsonDecoder.Check(value, DiskSchema.AnyPartition, strict: false));
        var table = value as ConfigTable ?? new ConfigTable(value.Line, value.Column);
        var type = table.Match("type")?.Value is ConfigScalar { Value: string { Length: > 0 } named } ? named : "plain";
        var schema = type switch
        {
            "plain" => DiskSchema.PlainPartition,
            "btrfs" => DiskSchema.BtrfsPartition,
            "lvm" => DiskSchema.LvmPartition,
            _ => throw new ConfigErrorException($"JSON unmarshal: unknown partition type: {type}", At("type").Line, At("type").Column),
        };
        Prefixed($"JSON unmarshal: error decoding partition with type {GoText.Quote(type)}:", () => JsonDecoder.Check(value, schema, strict: true));
        if (table.Match("minsize") is not { Value: not ConfigScalar { Value: null } } minsize)
        {
            throw new ConfigErrorException("minsize is required", value.Line, value.Column);
        }

        Prefixed("JSON unmarshal: error decoding minsize for partition:", () => CheckMinsize(minsize.Value));

        ConfigValue At(string name) => table.Match(name)?.Value ?? value;
    }

    public static void CheckLogicalVolume(ConfigValue value)
    {
        JsonDecoder.Check(value, DiskSchema.LogicalVolume, strict: false);
        if ((value as ConfigTable)?.Match("minsize") is not { Value: not ConfigScalar { Value: null } } minsize)
        {
            throw new ConfigErrorException("minsize is required", value.Line, value.Column);
        }

        CheckMinsize(minsize.Value);
    }

    /// <summary>The bytes of a size that has been checked.</summary>
    public static ulong BytesOf(ConfigValue? value) => value switch
    {
        ConfigScalar { Value: string text } => SizeText.Parse(text, value),
        ConfigScalar { Value: long number and >= 0 } => (ulong)number,
        ConfigScalar { Value: double number and >= 0 and < ulong.MaxValue } => (ulong)number,
        _ => 0,
    };

    private static void CheckMinsize(ConfigValue value)
    {
        switch (value)
        {
            case ConfigScalar { Value: string text }:
                SizeText.Parse(text, value);
                break;
            case ConfigScalar { Value: long number }:
                RefuseNegative(number, value);
                break;
            case ConfigScalar { Value: double number }:
                RefuseNegative(number, value);
                break;
            default:
                throw NotANumber(value);
        }
    }

    private static void CheckWholeNumber(ConfigScalar number)
    {
        var text = JsonDecoder.NumberText(number);
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            RefuseNegative(whole, number);
            return;
        }

        var tooLarge = text.AsSpan().TrimStart('-').IndexOfAnyExceptInRange('0', '9') < 0;
        throw new ConfigErrorException(
            tooLarge && text[0] == '-'
                ? "cannot be negative"
                : $"strconv.ParseInt: parsing {GoText.Quote(text)}: {(tooLarge ? "value out of range" : "invalid syntax")}",
            number.Line,
            number.Column);
    }

    private static void RefuseNegative(double number, ConfigValue at)
    {
        if (number < 0)
        {
            throw new ConfigErrorException("cannot be negative", at.Line, at.Column);
        }
    }

    private static ConfigErrorException NotANumber(ConfigValue value) =>
        new($"failed to convert value \"{GoText.Print(value)}\" to number", value.Line, value.Column);

    private static void Prefixed(string prefix, Action check)
    {
        try
        {
            check();
        }
        catch (JsonTypeException problem)
        {
            throw new ConfigErrorException($"{prefix} {problem.Message}", problem.Line, problem.Column);
        }
        catch (ConfigErrorException problem)
        {
            throw new ConfigErrorException($"{prefix} {problem.Message}", problem.Line, problem.Column);
        }
    }

    /// <summary>JSON has no word for the two numbers that are none.</summary>
    private static void RefuseUnwritable(ConfigValue value)
    {
        if (FindUnwritable(value) is { } number)
        {
            throw new ConfigErrorException($"error unmarshaling TOML data {GoText.Print(value)}: json: unsupported value: {GoText.Print(number)}", number.Line, number.Column);
        }
    }

    private static ConfigValue? FindUnwritable(ConfigValue value) => value switch
    {
        ConfigTable table => table.Entries.Select(entry => FindUnwritable(entry.Value)).FirstOrDefault(found => found is not null),
        ConfigList list => list.Items.Select(FindUnwritable).FirstOrDefault(found => found is not null),
        ConfigScalar { Value: double number } when !double.IsFinite(number) => value,
        _ => null,
    };

    private static ConfigValue Sorted(ConfigValue value)
    {
        switch (value)
        {
            case ConfigTable table:
                var sorted = new ConfigTable(table.Line, table.Column);
                foreach (var entry in table.Entries.OrderBy(e => e.Name, StringComparer.Ordinal))
                {
                    sorted.Set(entry with { Value = Sorted(entry.Value) });
                }

                return sorted;
            case ConfigList list:
                var items = new ConfigList(list.IsTableArray, list.Line, list.Column);
                items.Items.AddRange(list.Items.Select(Sorted));
                return items;
            default:
                return value;
        }
    }
}
