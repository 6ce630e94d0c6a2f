using MudBlazor;

namespace Veilor.Designer.Components.Layout;

/// <summary>
/// The look: flat surfaces parted by thin lines, small type, little colour. Text and its ground keep a contrast of at
/// least 4.5 to 1 (WCAG 2.2, 1.4.3) in both palettes.
/// </summary>
public static class DesignerTheme
{
    private static readonly string[] Sans =
        ["Inter", "system-ui", "-apple-system", "Segoe UI", "Ubuntu", "Cantarell", "Noto Sans", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Black = "#14181f",
            White = "#ffffff",
            Primary = "#2c5a8f",
            PrimaryContrastText = "#ffffff",
            Secondary = "#0f6a5f",
            SecondaryContrastText = "#ffffff",
            Tertiary = "#6a4a93",
            TertiaryContrastText = "#ffffff",
            Info = "#1f6391",
            InfoContrastText = "#ffffff",
            Success = "#27693a",
            SuccessContrastText = "#ffffff",
            Warning = "#855500",
            WarningContrastText = "#ffffff",
            Error = "#b3261e",
            ErrorContrastText = "#ffffff",
            Background = "#f4f6f8",
            BackgroundGray = "#eaedf1",
            Surface = "#ffffff",
            AppbarBackground = "#ffffff",
            AppbarText = "#1b232d",
            DrawerBackground = "#ffffff",
            DrawerText = "#1b232d",
            DrawerIcon = "#55606d",
            TextPrimary = "#1b232d",
            TextSecondary = "#55606d",
            TextDisabled = "#8a939e",
            ActionDefault = "#55606d",
            ActionDisabled = "#a9b1ba",
            ActionDisabledBackground = "#e4e8ec",
            Divider = "#d8dee5",
            DividerLight = "#e7ebef",
            LinesDefault = "#d8dee5",
            LinesInputs = "#8b95a1",
            TableLines = "#d8dee5",
            TableStriped = "#f8f9fb",
            TableHover = "#eef2f6",
            HoverOpacity = 0.05,
        },
        PaletteDark = new PaletteDark
        {
            Black = "#0c0f13",
            White = "#ffffff",
            Primary = "#8ab8ec",
            PrimaryContrastText = "#0d1a29",
            Secondary = "#6ccabb",
            SecondaryContrastText = "#06201c",
            Tertiary = "#c0a5e8",
            TertiaryContrastText = "#1d1230",
            Info = "#7cbde8",
            InfoContrastText = "#08202f",
            Success = "#7fca91",
            SuccessContrastText = "#08210f",
            Warning = "#e6b35a",
            WarningContrastText = "#271a02",
            Error = "#f2908a",
            ErrorContrastText = "#300806",
            Background = "#11151a",
            BackgroundGray = "#0d1014",
            Surface = "#181d24",
            AppbarBackground = "#181d24",
            AppbarText = "#e2e7ed",
            DrawerBackground = "#151a20",
            DrawerText = "#e2e7ed",
            DrawerIcon = "#9ba6b3",
            TextPrimary = "#e2e7ed",
            TextSecondary = "#9ba6b3",
            TextDisabled = "#66717e",
            ActionDefault = "#9ba6b3",
            ActionDisabled = "#55606c",
            ActionDisabledBackground = "#232a33",
            Divider = "#2b333d",
            DividerLight = "#222932",
            LinesDefault = "#2b333d",
            LinesInputs = "#67727f",
            TableLines = "#2b333d",
            TableStriped = "#1b2129",
            TableHover = "#212831",
            HoverOpacity = 0.07,
        },
        LayoutProperties = new LayoutProperties
        {
            DefaultBorderRadius = "6px",
            // A dense app bar takes three quarters of it: 48 px.
            AppbarHeight = "64px",
            DrawerWidthLeft = "232px",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Sans, FontSize = "0.875rem", LineHeight = "1.5", LetterSpacing = "0" },
            H1 = new H1Typography { FontFamily = Sans, FontSize = "1.375rem", FontWeight = "600", LineHeight = "1.3", LetterSpacing = "-0.01em" },
            H2 = new H2Typography { FontFamily = Sans, FontSize = "1.125rem", FontWeight = "600", LineHeight = "1.35", LetterSpacing = "-0.005em" },
            H3 = new H3Typography { FontFamily = Sans, FontSize = "1rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "0" },
            H4 = new H4Typography { FontFamily = Sans, FontSize = "0.9375rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "0" },
            H5 = new H5Typography { FontFamily = Sans, FontSize = "0.875rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "0" },
            H6 = new H6Typography { FontFamily = Sans, FontSize = "0.875rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "0" },
            Subtitle1 = new Subtitle1Typography { FontFamily = Sans, FontSize = "0.9375rem", FontWeight = "500", LineHeight = "1.5", LetterSpacing = "0" },
            Subtitle2 = new Subtitle2Typography { FontFamily = Sans, FontSize = "0.875rem", FontWeight = "600", LineHeight = "1.5", LetterSpacing = "0" },
            Body1 = new Body1Typography { FontFamily = Sans, FontSize = "0.875rem", LineHeight = "1.5", LetterSpacing = "0" },
            Body2 = new Body2Typography { FontFamily = Sans, FontSize = "0.8125rem", LineHeight = "1.5", LetterSpacing = "0" },
            Button = new ButtonTypography { FontFamily = Sans, FontSize = "0.8125rem", FontWeight = "500", LineHeight = "1.6", LetterSpacing = "0", TextTransform = "none" },
            Caption = new CaptionTypography { FontFamily = Sans, FontSize = "0.75rem", LineHeight = "1.5", LetterSpacing = "0" },
            Overline = new OverlineTypography { FontFamily = Sans, FontSize = "0.75rem", FontWeight = "600", LineHeight = "1.6", LetterSpacing = "0.02em", TextTransform = "none" },
        },
    };
}
