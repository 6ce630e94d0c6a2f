namespace Veilor.Designer.Builds.Logs;

/// <summary>Brings the 256-colour and true-colour escapes down to the sixteen colours that the themes define.</summary>
internal static class AnsiPalette
{
    /// <summary>Red, green and blue of the sixteen colours as xterm has them; only distances are taken from these.</summary>
    private static readonly (int Red, int Green, int Blue)[] Colors =
    [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
        (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
    ];

    /// <summary>
    /// Reads what follows 38 or 48: <c>5;INDEX</c> or <c>2;RED;GREEN;BLUE</c>. Moves <paramref name="index"/> to the last number used.
    /// </summary>
    /// <returns>The nearest of the sixteen colours, or null when the numbers make no colour.</returns>
    public static AnsiColor? Extended(List<int> codes, ref int index)
    {
        switch (codes.ElementAtOrDefault(index + 1))
        {
            case 5 when index + 2 < codes.Count:
                index += 2;
                return FromIndex(codes[index]);
            case 2 when index + 4 < codes.Count:
                index += 4;
                return Nearest(codes[index - 2], codes[index - 1], codes[index]);
            default:
                index = codes.Count;
                return null;
        }
    }

    private static AnsiColor? FromIndex(int color)
    {
        switch (color)
        {
            case >= 0 and <= 15:
                return (AnsiColor)color;
            case >= 16 and <= 231:
                var cube = color - 16;
                return Nearest(Level(cube / 36), Level(cube / 6 % 6), Level(cube % 6));
            case >= 232 and <= 255:
                var grey = 8 + ((color - 232) * 10);
                return Nearest(grey, grey, grey);
            default:
                return null;
        }
    }

    private static int Level(int step) => step == 0 ? 0 : 55 + (step * 40);

    private static AnsiColor Nearest(int red, int green, int blue)
    {
        var nearest = Colors.MinBy(color =>
            Square(color.Red - red) + Square(color.Green - green) + Square(color.Blue - blue));
        return (AnsiColor)Array.IndexOf(Colors, nearest);
    }

    private static long Square(long value) => value * value;
}
