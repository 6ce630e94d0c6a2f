using MudBlazor;
using MudBlazor.Utilities;
using Veilor.Designer.Components.Layout;

namespace Veilor.Designer.Tests.Layout;

public sealed class DesignerThemeTests
{
    private const double LeastTextContrast = 4.5;
    private const double LeastControlContrast = 3;

    public static TheoryData<string> Palettes => ["light", "dark"];

    [Theory]
    [MemberData(nameof(Palettes))]
    public void Text_and_accents_can_be_read_on_every_ground(string name)
    {
        var palette = PaletteOf(name);
        MudColor[] grounds = [palette.Background, palette.Surface, palette.DrawerBackground, palette.TableHover];
        MudColor[] texts =
        [
            palette.TextPrimary, palette.TextSecondary, palette.Primary, palette.Secondary, palette.Tertiary,
            palette.Info, palette.Success, palette.Warning, palette.Error,
        ];

        foreach (var ground in grounds)
            Assert.All(texts, text => Assert.InRange(Contrast(text, ground), LeastTextContrast, 21));
    }

    [Theory]
    [MemberData(nameof(Palettes))]
    public void Labels_can_be_read_on_filled_buttons(string name)
    {
        var palette = PaletteOf(name);

        Assert.All<(MudColor Label, MudColor Ground)>(
        [
            (palette.PrimaryContrastText, palette.Primary),
            (palette.SecondaryContrastText, palette.Secondary),
            (palette.TertiaryContrastText, palette.Tertiary),
            (palette.InfoContrastText, palette.Info),
            (palette.SuccessContrastText, palette.Success),
            (palette.WarningContrastText, palette.Warning),
            (palette.ErrorContrastText, palette.Error),
            (palette.AppbarText, palette.AppbarBackground),
        ], pair => Assert.InRange(Contrast(pair.Label, pair.Ground), LeastTextContrast, 21));
    }

    [Theory]
    [MemberData(nameof(Palettes))]
    public void The_edge_of_an_input_can_be_seen(string name)
    {
        var palette = PaletteOf(name);

        Assert.InRange(Contrast(palette.LinesInputs, palette.Surface), LeastControlContrast, 21);
    }

    [Theory]
    [InlineData(ThemePreference.System)]
    [InlineData(ThemePreference.Light)]
    [InlineData(ThemePreference.Dark)]
    public void A_preference_is_read_back_from_its_name(ThemePreference preference) =>
        Assert.Equal(preference, ThemePreferenceNames.Parse(preference.Name()));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("\"><script>")]
    public void An_unknown_preference_follows_the_system(string? name) =>
        Assert.Equal(ThemePreference.System, ThemePreferenceNames.Parse(name));

    private static Palette PaletteOf(string name) =>
        name is "light" ? DesignerTheme.Theme.PaletteLight : DesignerTheme.Theme.PaletteDark;

    /// <summary>The contrast ratio of WCAG 2.2, from 1 to 21.</summary>
    private static double Contrast(MudColor one, MudColor other)
    {
        var (lighter, darker) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double Luminance(MudColor color) =>
        (0.2126 * Linear(color.R)) + (0.7152 * Linear(color.G)) + (0.0722 * Linear(color.B));

    private static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
