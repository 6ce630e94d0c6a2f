using System.Globalization;
using System.Text;

namespace Veilor.Designer.Builds.Logs;

/// <summary>
/// Reads the escapes that programs write for a terminal (ECMA-48). Colours and weights (SGR) become styles; all other escapes
/// are dropped, as a log has no cursor to move. Control characters other than the tab are shown as their pictures (U+2400 block),
/// so that a log cannot hide text. A line starts plain: a colour does not reach from one line to the next.
/// </summary>
public static class AnsiText
{
    private const char Escape = '\x1b';

    /// <summary>The line's text in stretches of one look; neighbours with the same look are one. Empty for an empty line.</summary>
    public static IReadOnlyList<AnsiSpan> Parse(string line)
    {
        if (!line.AsSpan().ContainsAnyInRange('\0', '\x1f') && !line.AsSpan().ContainsAnyInRange('\x7f', '\x9f'))
        {
            return line.Length == 0 ? [] : [new AnsiSpan(line, default)];
        }

        List<AnsiSpan> spans = [];
        var text = new StringBuilder();
        var style = default(AnsiStyle);
        for (var i = 0; i < line.Length;)
        {
            if (line[i] != Escape)
            {
                text.Append(Visible(line[i++]));
                continue;
            }

            var sequence = line.AsSpan(i, SequenceLength(line.AsSpan(i)));
            i += sequence.Length;
            if (sequence.Length > 2 && sequence[1] == '[' && sequence[^1] == 'm')
            {
                var next = Apply(style, sequence[2..^1]);
                if (next != style)
                {
                    Flush(spans, text, style);
                    style = next;
                }
            }
        }

        Flush(spans, text, style);
        return spans;
    }

    /// <summary>The text without escapes; other characters stay as they are. Line feeds end escapes that are not closed.</summary>
    public static string Strip(ReadOnlySpan<char> text)
    {
        var kept = new StringBuilder(text.Length);
        while (!text.IsEmpty)
        {
            var escape = text.IndexOf(Escape);
            if (escape < 0)
            {
                kept.Append(text);
                break;
            }

            kept.Append(text[..escape]);
            text = text[escape..];
            text = text[SequenceLength(text)..];
        }

        return kept.ToString();
    }

    /// <summary>How many characters the escape at the start of <paramref name="text"/> takes, at least 1.</summary>
    private static int SequenceLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[1] == '\n')
        {
            return 1;
        }

        return text[1] switch
        {
            '[' => ControlSequenceLength(text),
            ']' or 'P' or 'X' or '^' or '_' => StringSequenceLength(text),
            >= ' ' and <= '/' => text.Length > 2 && text[2] != '\n' ? 3 : 2,
            _ => 2,
        };
    }

    private static int ControlSequenceLength(ReadOnlySpan<char> text)
    {
        for (var i = 2; i < text.Length; i++)
        {
            if (text[i] is >= '@' and <= '~')
            {
                return i + 1;
            }

            if (text[i] is < ' ' or > '?')
            {
                return i;
            }
        }

        return text.Length;
    }

    /// <summary>Titles, links and the like: up to BEL or ESC \ (string terminator), or the end of the line.</summary>
    private static int StringSequenceLength(ReadOnlySpan<char> text)
    {
        for (var i = 2; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\a':
                    return i + 1;
                case '\n':
                    return i;
                case Escape:
                    return i + 1 < text.Length && text[i + 1] == '\\' ? i + 2 : i;
            }
        }

        return text.Length;
    }

    private static AnsiStyle Apply(AnsiStyle style, ReadOnlySpan<char> parameters)
    {
        List<int> codes = [];
        foreach (var range in parameters.SplitAny(';', ':'))
        {
            var part = parameters[range];
            codes.Add(part.IsEmpty ? 0 : int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : -1);
        }

        for (var i = 0; i < codes.Count; i++)
        {
            style = codes[i] switch
            {
                0 => default,
                1 => style with { IsBold = true },
                2 => style with { IsFaint = true },
                3 => style with { IsItalic = true },
                4 => style with { IsUnderlined = true },
                22 => style with { IsBold = false, IsFaint = false },
                23 => style with { IsItalic = false },
                24 => style with { IsUnderlined = false },
                >= 30 and <= 37 and var code => style with { Foreground = (AnsiColor)(code - 30) },
                38 => style with { Foreground = AnsiPalette.Extended(codes, ref i) ?? style.Foreground },
                39 => style with { Foreground = null },
                >= 40 and <= 47 and var code => style with { Background = (AnsiColor)(code - 40) },
                48 => style with { Background = AnsiPalette.Extended(codes, ref i) ?? style.Background },
                49 => style with { Background = null },
                >= 90 and <= 97 and var code => style with { Foreground = (AnsiColor)(code - 90 + 8) },
                >= 100 and <= 107 and var code => style with { Background = (AnsiColor)(code - 100 + 8) },
                _ => style,
            };
        }

        return style;
    }

    private static char Visible(char c) => c switch
    {
        '\t' => c,
        < ' ' => (char)('\u2400' + c),
        '\x7f' => '\u2421',
        >= '\x80' and <= '\x9f' => '\ufffd',
        _ => c,
    };

    private static void Flush(List<AnsiSpan> spans, StringBuilder text, AnsiStyle style)
    {
        if (text.Length > 0)
        {
            spans.Add(new AnsiSpan(text.ToString(), style));
            text.Clear();
        }
    }
}
