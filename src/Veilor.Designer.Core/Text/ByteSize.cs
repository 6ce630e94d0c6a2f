using System.Globalization;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Text;

/// <summary>
/// A number of bytes, entered and shown with a unit: <c>512 MiB</c>, <c>1.5 GiB</c>, <c>10 GB</c>. Units are
/// case-sensitive, as the image builders read them (image-builder, <c>pkg/datasizes</c>); a bare number is bytes.
/// Blanks around the text and before the unit are allowed.
/// </summary>
public readonly record struct ByteSize : ITextValue<ByteSize>, IComparable<ByteSize>
{
    private const long Mebibyte = 1L << 20;

    private const string Allowed = "Write a number and a unit: B, kB, KiB, MB, MiB, GB, GiB, TB or TiB.";

    private static readonly (string Name, long Bytes)[] Units =
    [
        ("TiB", 1L << 40), ("GiB", 1L << 30), ("MiB", Mebibyte), ("KiB", 1L << 10), ("B", 1),
        ("TB", 1_000_000_000_000), ("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000), ("", 1),
    ];

    /// <summary>The place in <see cref="Units"/>, from 1, of the unit that it was written with; 0 for a size that was worked out.</summary>
    private readonly int _unit;

    private ByteSize(long bytes, int unit = 0) => (Bytes, _unit) = (bytes, unit);

    /// <summary>The exact number of bytes; never negative.</summary>
    public long Bytes { get; }

    /// <summary>The size in mebibytes, rounded up: what kickstart's <c>--size</c> takes.</summary>
    public long MebibytesRoundedUp => (Bytes / Mebibyte) + (Bytes % Mebibyte == 0 ? 0 : 1);

    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static ByteSize FromBytes(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        return new ByteSize(bytes);
    }

    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    /// <exception cref="OverflowException">The size is over 8 EiB.</exception>
    public static ByteSize FromMebibytes(long mebibytes) => FromBytes(checked(mebibytes * Mebibyte));

    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    /// <exception cref="OverflowException">The size is over 8 EiB.</exception>
    public static ByteSize FromGibibytes(long gibibytes) => FromMebibytes(checked(gibibytes * 1024));

    public static bool TryParse(string? text, out ByteSize value, out string error)
    {
        value = default;
        text = (text ?? "").Trim(' ');
        var end = text.AsSpan().IndexOfAnyExcept("0123456789.");
        var number = end < 0 ? text : text[..end];
        var unit = end < 0 ? "" : text[end..].TrimStart(' ');
        var unitIndex = Array.FindIndex(Units, known => string.Equals(known.Name, unit, StringComparison.Ordinal));
        error = Check(text, number, unit, unitIndex);
        if (error.Length > 0)
        {
            return false;
        }

        if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            || amount > (decimal)long.MaxValue / Units[unitIndex].Bytes)
        {
            error = "The size is too large. The largest is below 8388608 TiB.";
            return false;
        }

        var bytes = amount * Units[unitIndex].Bytes;
        if (bytes != decimal.Truncate(bytes))
        {
            error = "The size is not a whole number of bytes. Use fewer decimals or a smaller unit.";
            return false;
        }

        value = new ByteSize((long)bytes, unit.Length == 0 ? 0 : unitIndex + 1);
        return true;
    }

    /// <summary>The same size as if it had been worked out: in the largest binary unit that is exact.</summary>
    public static ByteSize ToCanonical(ByteSize value) => new(value.Bytes);

    public static ByteSize Parse(string text) => TextValue.Parse<ByteSize>(text);

    public int CompareTo(ByteSize other) => Bytes.CompareTo(other.Bytes);

    /// <summary>Sizes are equal when their bytes are, whatever unit they were written with.</summary>
    public bool Equals(ByteSize other) => Bytes == other.Bytes;

    public override int GetHashCode() => Bytes.GetHashCode();

    /// <summary>The size in the unit it was written with: <c>10 GB</c>, <c>1.5 GiB</c>; else a whole number and the largest binary unit that is exact, as <c>1536 MiB</c>.</summary>
    public override string ToString()
    {
        if (_unit > 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{(decimal)Bytes / Units[_unit - 1].Bytes:0.#############################} {Units[_unit - 1].Name}");
        }

        var bytes = Bytes;
        var (name, size) = Array.Find(Units, unit => unit.Bytes == 1 || (bytes != 0 && bytes % unit.Bytes == 0));
        return string.Create(CultureInfo.InvariantCulture, $"{bytes / size} {name}");
    }

    /// <exception cref="OverflowException">The sum is over 8 EiB.</exception>
    public static ByteSize operator +(ByteSize left, ByteSize right) => new(checked(left.Bytes + right.Bytes));

    public static bool operator <(ByteSize left, ByteSize right) => left.Bytes < right.Bytes;

    public static bool operator >(ByteSize left, ByteSize right) => left.Bytes > right.Bytes;

    public static bool operator <=(ByteSize left, ByteSize right) => left.Bytes <= right.Bytes;

    public static bool operator >=(ByteSize left, ByteSize right) => left.Bytes >= right.Bytes;

    private static string Check(string text, string number, string unit, int unitIndex)
    {
        if (text.Length == 0)
        {
            return $"The size is empty. {Allowed}";
        }

        if (text[0] == '-')
        {
            return $"A size cannot be negative. {Allowed}";
        }

        if (number.Length == 0 || number[0] == '.' || number[^1] == '.' || number.Count(c => c == '.') > 1)
        {
            return $"A size starts with a number, with a dot for decimals. {Allowed}";
        }

        if (unitIndex >= 0)
        {
            return "";
        }

        if (unit[0] == ',')
        {
            return $"A size has a dot for decimals, not a comma: {number}.{unit[1..].TrimStart(' ')}.";
        }

        return unit switch
        {
            "kib" or "mib" or "gib" or "tib" => $"Units are written with their capitals: {number} {char.ToUpperInvariant(unit[0])}iB.",
            "k" or "K" or "KB" or "kb" => "This unit is not known. Write kB for 1000 bytes, or KiB for 1024.",
            "m" or "M" or "mb" or "g" or "G" or "gb" or "t" or "T" or "tb" =>
                $"This unit is not known. Write {char.ToUpperInvariant(unit[0])}iB (steps of 1024) or {char.ToUpperInvariant(unit[0])}B (steps of 1000).",
            _ => $"This unit is not known. {Allowed}",
        };
    }
}
