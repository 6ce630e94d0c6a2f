using System.Globalization;
using Veilor.Designer.Security;

namespace Veilor.Designer.Components.Layout;

/// <summary>
/// Where the theme preference is kept: a cookie, because the server must know it before it writes the first page.
/// </summary>
public sealed class ThemeCookie(ServedAddress address)
{
    public string Name { get; } =
        string.Create(CultureInfo.InvariantCulture, $"veilor-designer-theme-{address.Port}");

    public ThemePreference Read(HttpRequest request) => ThemePreferenceNames.Parse(request.Cookies[Name]);
}
