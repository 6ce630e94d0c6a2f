namespace Veilor.Designer.Builds.Logs;

/// <summary>How a stretch of log text looks, as SGR escapes set it.</summary>
public readonly record struct AnsiStyle(
    AnsiColor? Foreground, AnsiColor? Background, bool IsBold, bool IsFaint, bool IsItalic, bool IsUnderlined)
{
    /// <summary>
    /// The style as CSS classes (<c>ansi-fg-red ansi-bold</c>), empty for plain text. The names are fixed words, so nothing from
    /// a log reaches an attribute.
    /// </summary>
    public string CssClass
    {
        get
        {
            if (this == default)
            {
                return "";
            }

            List<string> classes = [];
            if (Foreground is { } foreground)
            {
                classes.Add($"ansi-fg-{Name(foreground)}");
            }

            if (Background is { } background)
            {
                classes.Add($"ansi-bg-{Name(background)}");
            }

            ReadOnlySpan<(bool IsSet, string Name)> flags =
                [(IsBold, "ansi-bold"), (IsFaint, "ansi-faint"), (IsItalic, "ansi-italic"), (IsUnderlined, "ansi-underline")];
            foreach (var (isSet, name) in flags)
            {
                if (isSet)
                {
                    classes.Add(name);
                }
            }

            return string.Join(' ', classes);
        }
    }

    private static string Name(AnsiColor color) => color switch
    {
        AnsiColor.Black => "black",
        AnsiColor.Red => "red",
        AnsiColor.Green => "green",
        AnsiColor.Yellow => "yellow",
        AnsiColor.Blue => "blue",
        AnsiColor.Magenta => "magenta",
        AnsiColor.Cyan => "cyan",
        AnsiColor.White => "white",
        AnsiColor.BrightBlack => "bright-black",
        AnsiColor.BrightRed => "bright-red",
        AnsiColor.BrightGreen => "bright-green",
        AnsiColor.BrightYellow => "bright-yellow",
        AnsiColor.BrightBlue => "bright-blue",
        AnsiColor.BrightMagenta => "bright-magenta",
        AnsiColor.BrightCyan => "bright-cyan",
        _ => "bright-white",
    };
}
