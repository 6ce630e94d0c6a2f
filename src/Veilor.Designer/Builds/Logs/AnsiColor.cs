namespace Veilor.Designer.Builds.Logs;

/// <summary>The sixteen colours of a terminal, in the order of their SGR numbers. A theme says what they look like.</summary>
public enum AnsiColor : byte
{
    Black,
    Red,
    Green,
    Yellow,
    Blue,
    Magenta,
    Cyan,
    White,
    BrightBlack,
    BrightRed,
    BrightGreen,
    BrightYellow,
    BrightBlue,
    BrightMagenta,
    BrightCyan,
    BrightWhite,
}
