namespace Veilor.Designer.Components.Layout;

/// <summary>The word for each preference in the cookie and in the page's <c>data-theme</c>.</summary>
public static class ThemePreferenceNames
{
    public static string Name(this ThemePreference preference) => preference switch
    {
        ThemePreference.Light => "light",
        ThemePreference.Dark => "dark",
        _ => "system",
    };

    /// <summary>Reads a word back; anything unknown is <see cref="ThemePreference.System"/>.</summary>
    public static ThemePreference Parse(string? name) => name switch
    {
        "light" => ThemePreference.Light,
        "dark" => ThemePreference.Dark,
        _ => ThemePreference.System,
    };
}
