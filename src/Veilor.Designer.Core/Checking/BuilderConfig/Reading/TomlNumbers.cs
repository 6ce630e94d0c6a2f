using System.Globalization;
using System.Text.RegularExpressions;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Reading;

/// <summary>Reads the TOML values that are neither strings nor containers: booleans, numbers, dates and times.</summary>
internal sealed partial class TomlNumbers
{
    private readonly TomlCursor _cursor;
    private readonly bool _allow11;

    public TomlNumbers(TomlCursor cursor, bool allow11)
    {
        _cursor = cursor;
        _allow11 = allow11;
    }

    public object Read()
    {
        var c = _cursor.Peek();
        if (char.IsAsciiDigit(c))
        {
            return ReadDigits();
        }

        switch (c)
        {
            case '+' or '-':
                return ReadSigned();
            case '.':
                throw _cursor.Unexpected("floats must start with a digit, not '.'");
            case '\n':
                throw _cursor.Error("expected value but found '\\n' instead");
            default:
                return char.IsLetter(c) ? ReadWord() : throw _cursor.Unexpected("expected value but found {0} instead");
        }
    }

    private object ReadWord()
    {
        if (_cursor.StartsWith("inf") || _cursor.StartsWith("nan"))
        {
            var infinite = _cursor.Peek() == 'i';
            _cursor.Skip(3);
            return infinite ? double.PositiveInfinity : double.NaN;
        }

        var start = _cursor.Position;
        while (!_cursor.AtEnd && char.IsLetter(_cursor.Peek()))
        {
            _cursor.Next();
        }

        return _cursor.Slice(start) switch
        {
            "true" => true,
            "false" => false,
            var word => throw _cursor.Error($"expected value but found {GoText.Quote(word)} instead"),
        };
    }

    private object ReadSigned()
    {
        var start = _cursor.Position;
        _cursor.Next();
        var c = _cursor.Peek();
        if (c is 'i' or 'n')
        {
            if (!_cursor.StartsWith(c == 'i' ? "inf" : "nan"))
            {
                throw _cursor.Error($"invalid float: '{_cursor.Slice(start)}{c}'");
            }

            _cursor.Skip(3);
            return c == 'n' ? double.NaN : _cursor.Slice(start)[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
        }

        if (c == '.')
        {
            throw _cursor.Unexpected("floats must start with a digit, not '.'");
        }

        if (!char.IsAsciiDigit(c))
        {
            throw _cursor.Unexpected("expected a digit but got {0}");
        }

        if (c == '0' && _cursor.PeekAt(1) is 'b' or 'o' or 'x')
        {
            throw _cursor.Error($"cannot use sign with non-decimal numbers: '{_cursor.Slice(start)}0{_cursor.PeekAt(1)}'");
        }

        return ReadDecimal(start);
    }

    private object ReadDigits()
    {
        var start = _cursor.Position;
        if (_cursor.Peek() == '0' && _cursor.PeekAt(1) is 'b' or 'o' or 'x')
        {
            return ReadBased(start);
        }

        while (!_cursor.AtEnd && char.IsAsciiDigit(_cursor.Peek()))
        {
            _cursor.Next();
        }

        // One digit with a zero never starts a date; two digits or more may.
        var digits = _cursor.Position - start;
        var zeroAlone = digits == 1 && _cursor.Slice(start) == "0";
        return !_cursor.AtEnd && !zeroAlone && _cursor.Peek() is '-' or ':' ? ReadMoment(start) : ReadDecimal(start);
    }

    private object ReadDecimal(int start)
    {
        TakeWhile(static c => char.IsAsciiDigit(c) || c == '_');
        if (_cursor.AtEnd || _cursor.Peek() is not ('.' or 'e' or 'E'))
        {
            return ToInteger(_cursor.Slice(start), 10);
        }

        TakeWhile(static c => char.IsAsciiDigit(c) || c is '_' or '.' or '-' or '+' or 'e' or 'E');
        return ToFloat(_cursor.Slice(start));
    }

    private object ReadBased(int start)
    {
        _cursor.Next();
        var (radix, name) = _cursor.Next() switch
        {
            'b' => (2, "a binary"),
            'o' => (8, "an octal"),
            _ => (16, "a hexadecimal"),
        };
        if (_cursor.AtEnd || !IsDigit(_cursor.Peek(), radix))
        {
            throw _cursor.Error($"not {name} number: '{_cursor.Slice(start)}{(_cursor.AtEnd ? '\0' : _cursor.Peek())}'");
        }

        TakeWhile(c => IsDigit(c, radix) || c == '_');
        return ToInteger(_cursor.Slice(start), radix);
    }

    private ConfigMoment ReadMoment(int start)
    {
        TakeWhile(static c => char.IsAsciiDigit(c) || c is '-' or ':' or 'T' or 't' or ' ' or '.' or 'Z' or 'z' or '+');
        var text = _cursor.Slice(start).Trim(' ').Replace('z', 'Z').Replace('t', 'T').Replace(' ', 'T');
        return IsMoment(text) ? new ConfigMoment(text) : throw _cursor.Error($"invalid datetime: {GoText.Quote(text)}");
    }

    private bool IsMoment(string text)
    {
        var match = MomentPattern().Match(text);
        if (!match.Success || (!_allow11 && match.Groups["hour"].Success && !match.Groups["second"].Success))
        {
            return false;
        }

        return Within("hour", 23) && Within("minute", 59) && Within("second", 59) && Within("zhour", 24) && Within("zminute", 59) && IsDay();

        bool Within(string group, int most) => !match.Groups[group].Success || int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) <= most;

        bool IsDay()
        {
            if (!match.Groups["year"].Success)
            {
                return true;
            }

            var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
            var month = int.Parse(match.Groups["month"].ValueSpan, CultureInfo.InvariantCulture);
            var day = int.Parse(match.Groups["day"].ValueSpan, CultureInfo.InvariantCulture);
            // Year 0 is a leap year in the proleptic calendar; .NET starts at 1.
            return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year == 0 ? 4 : year, month);
        }
    }

    private long ToInteger(string text, int radix)
    {
        if (!UnderscoresFit(text))
        {
            throw _cursor.Error($"Invalid integer {GoText.Quote(text)}: underscores must be surrounded by digits");
        }

        if (radix == 10 && HasLeadingZero(text))
        {
            throw _cursor.Error($"Invalid integer {GoText.Quote(text)}: cannot have leading zeroes");
        }

        var digits = text.Replace("_", string.Empty, StringComparison.Ordinal);
        if (radix == 10)
        {
            return long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw OutOfRange();
        }

        UInt128 value = 0;
        foreach (var digit in digits.AsSpan(2))
        {
            value = (value * (uint)radix) + (uint)Convert.ToInt32(digit.ToString(), 16);
            if (value > long.MaxValue)
            {
                throw OutOfRange();
            }
        }

        return (long)value;

        ConfigErrorException OutOfRange() => _cursor.Error($"{text} is out of range for int64");
    }

    private double ToFloat(string text)
    {
        var parts = text.Split(['.', 'e', 'E'], StringSplitOptions.RemoveEmptyEntries);
        if (!parts.All(UnderscoresFit))
        {
            throw _cursor.Error($"Invalid float {GoText.Quote(text)}: underscores must be surrounded by digits");
        }

        if (parts.Length > 0 && HasLeadingZero(parts[0]))
        {
            throw _cursor.Error($"Invalid float {GoText.Quote(text)}: cannot have leading zeroes");
        }

        if (!PeriodsFit(text))
        {
            throw _cursor.Error($"Invalid float {GoText.Quote(text)}: '.' must be followed by one or more digits");
        }

        var digits = text.Replace("_", string.Empty, StringComparison.Ordinal);
        if (!FloatPattern().IsMatch(digits) || !double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            throw _cursor.Error($"Invalid float value: {GoText.Quote(text)}");
        }

        return double.IsInfinity(number) ? throw _cursor.Error($"{text} is out of range for float64") : number;
    }

    private void TakeWhile(Func<char, bool> belongs)
    {
        while (!_cursor.AtEnd && belongs(_cursor.Peek()))
        {
            _cursor.Next();
        }
    }

    private static bool IsDigit(char c, int radix) => radix switch
    {
        2 => c is '0' or '1',
        8 => c is >= '0' and <= '7',
        _ => char.IsAsciiHexDigit(c),
    };

    private static bool HasLeadingZero(string text) =>
        (text.Length > 1 && text[0] == '0') || (text.Length > 2 && text[0] is '-' or '+' && text[1] == '0');

    private static bool UnderscoresFit(string text)
    {
        var afterDigit = false;
        foreach (var c in text)
        {
            if (c == '_' && !afterDigit)
            {
                return false;
            }

            afterDigit = char.IsAsciiHexDigit(c);
        }

        return afterDigit;
    }

    private static bool PeriodsFit(string text)
    {
        var afterPeriod = false;
        foreach (var c in text)
        {
            if (afterPeriod && !char.IsAsciiDigit(c))
            {
                return false;
            }

            afterPeriod = c == '.';
        }

        return !afterPeriod;
    }

    [GeneratedRegex(@"^(?:(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:T(?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?(?:Z|[+-](?<zhour>\d{2}):(?<zminute>\d{2}))?)?|(?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex MomentPattern();

    [GeneratedRegex(@"^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex FloatPattern();
}
