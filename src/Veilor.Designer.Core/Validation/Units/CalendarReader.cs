using System.Globalization;

namespace Veilor.Designer.Core.Validation.Units;

/// <summary>Reads days of the week, date and time of a calendar expression, with the bounds that systemd sets.</summary>
/// <param name="text">The expression without its time zone.</param>
internal sealed class CalendarReader(string text)
{
    private const long Second = 1_000_000;

    private static readonly string[] Days =
        ["Monday", "Mon", "Tuesday", "Tue", "Wednesday", "Wed", "Thursday", "Thu", "Friday", "Fri", "Saturday", "Sat", "Sunday", "Sun"];

    private int _at;

    private bool IsEnd => _at >= text.Length;

    private char Here => IsEnd ? '\0' : text[_at];

    private char Next => _at + 1 < text.Length ? text[_at + 1] : '\0';

    public bool ReadAll()
    {
        if (!WeekDays())
        {
            return false;
        }

        if (Here == '@')
        {
            return text.Length > _at + 1 && text.AsSpan(_at + 1).IndexOfAnyExceptInRange('0', '9') < 0;
        }

        return Date() && Time() && IsEnd;
    }

    private bool WeekDays()
    {
        var from = -1;
        for (var isFirst = true; ; isFirst = false)
        {
            var index = Array.FindIndex(Days, name => string.Compare(text, _at, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0);
            if (index < 0)
            {
                return isFirst;
            }

            _at += Days[index].Length;
            if (!(IsEnd || Here is '-' or '.' or ',' or ' ') || from > index / 2)
            {
                return false;
            }

            if (IsEnd || Here == ' ')
            {
                Blanks();
                return true;
            }

            if (Here == ',')
            {
                from = -1;
                _at++;
            }
            else if (from >= 0 || (Here == '.' && Next != '.'))
            {
                return false;
            }
            else
            {
                from = index / 2;
                _at += Here == '.' ? 2 : 1;
            }

            if (IsEnd || Here == ' ')
            {
                Blanks();
                return from < 0;
            }
        }
    }

    private bool Date()
    {
        if (IsEnd)
        {
            return true;
        }

        var start = _at;
        if (Chain() is not { } first)
        {
            return false;
        }

        if (IsEnd || Here == ':')
        {
            _at = start;
            return true;
        }

        var isFromEnd = Here == '~';
        if (!Separator() || Chain() is not { } second)
        {
            return false;
        }

        if (IsEnd || Here == ' ')
        {
            Blanks();
            return Fits(first, 1, 12) && FitsDay(second, isFromEnd);
        }

        isFromEnd |= Here == '~';
        if (text[start.._at].Contains('~', StringComparison.Ordinal) || !Separator() || Chain() is not { } third || !(IsEnd || Here == ' '))
        {
            return false;
        }

        Blanks();
        return Fits(first.ConvertAll(Year), 1970, 2199) && Fits(second, 1, 12) && FitsDay(third, isFromEnd);
    }

    private bool Time()
    {
        if (IsEnd)
        {
            return true;
        }

        if (Chain() is not { } hours || Here != ':')
        {
            return false;
        }

        _at++;
        if (Chain() is not { } minutes || !Fits(hours, 0, 23) || !Fits(minutes, 0, 59))
        {
            return false;
        }

        if (IsEnd)
        {
            return true;
        }

        if (Here != ':')
        {
            return false;
        }

        _at++;
        return Chain(isSecond: true) is { } seconds && Fits(seconds, 0, (60 * Second) - 1);
    }

    private void Blanks()
    {
        while (Here == ' ')
        {
            _at++;
        }
    }

    private bool Separator()
    {
        var isThere = Here is '-' or '~';
        _at += isThere ? 1 : 0;
        return isThere;
    }

    /// <summary>Values, ranges and steps behind commas; an empty list for a star, null for anything else.</summary>
    private List<Component>? Chain(bool isSecond = false)
    {
        if (Here == '*')
        {
            _at++;
            return [];
        }

        var chain = new List<Component>();
        while (Number(isSecond) is { } from)
        {
            long? to = null;
            var step = 0L;
            if (Here == '.' && Next == '.')
            {
                _at += 2;
                step = isSecond ? Second : 1;
                to = Number(isSecond);
                if (to is null)
                {
                    return null;
                }
            }

            if (Here == '/')
            {
                _at++;
                step = Number(isSecond) ?? 0;
                if (step == 0)
                {
                    return null;
                }
            }

            if (!(IsEnd || Here is ' ' or ',' or '-' or '~' or ':'))
            {
                return null;
            }

            chain.Add(new Component(from, to, step));
            if (Here != ',')
            {
                return chain;
            }

            _at++;
        }

        return null;
    }

    /// <summary>A number; of seconds in millionths, with what stands behind a dot.</summary>
    private long? Number(bool isSecond)
    {
        var start = _at;
        while (char.IsAsciiDigit(Here))
        {
            _at++;
        }

        if (!long.TryParse(text.AsSpan(start, _at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > (isSecond ? int.MaxValue / Second : int.MaxValue))
        {
            return null;
        }

        if (!isSecond)
        {
            return number;
        }

        var fraction = 0L;
        if (Here == '.' && Next != '.')
        {
            var digits = ++_at;
            while (char.IsAsciiDigit(Here))
            {
                _at++;
            }

            if (_at == digits)
            {
                return null;
            }

            var some = text.AsSpan(digits, Math.Min(_at - digits, 6));
            fraction = long.Parse(some, NumberStyles.None, CultureInfo.InvariantCulture) * (long)Math.Pow(10, 6 - some.Length);
        }

        return (number * Second) + fraction;
    }

    private static bool FitsDay(List<Component> days, bool isFromEnd) =>
        isFromEnd
            ? days.ConvertAll(Shortened).TrueForAll(each => IsWithin(each, 1, 28) && (each.To is { } to ? each.From + each.Step <= to : each.From - each.Step >= 1))
            : Fits(days, 1, 31);

    private static bool Fits(List<Component> chain, long low, long high) =>
        chain.ConvertAll(Shortened).TrueForAll(each => IsWithin(each, low, high) && each.From + each.Step <= (each.To ?? high));

    private static bool IsWithin(Component each, long low, long high) =>
        each.From >= low && each.From <= high && each.Step <= high - low && (each.To is not { } to || (to >= low && to <= high));

    /// <summary>The range up to the last value that its steps reach; where that is the first one, that value alone.</summary>
    private static Component Shortened(Component each)
    {
        if (each.To is not { } to)
        {
            return each;
        }

        var last = to > each.From && each.Step > 0 ? to - ((to - each.From) % each.Step) : to;
        return last == each.From ? new Component(each.From, null, 0) : each with { To = last };
    }

    /// <summary>Two digits are a year of 1970 to 2069.</summary>
    private static Component Year(Component each) => each with { From = Year(each.From), To = each.To is { } to ? Year(to) : null };

    private static long Year(long number) => number < 70 ? number + 2000 : number < 100 ? number + 1900 : number;

    private readonly record struct Component(long From, long? To, long Step);
}
