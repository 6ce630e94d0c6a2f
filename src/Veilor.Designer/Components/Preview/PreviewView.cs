namespace Veilor.Designer.Components.Preview;

/// <summary>The places of the preview that show a file, as the page's elements name them.</summary>
public static class PreviewView
{
    public const string Main = "main";

    /// <summary>The second file of the split view.</summary>
    public const string Beside = "beside";
}
