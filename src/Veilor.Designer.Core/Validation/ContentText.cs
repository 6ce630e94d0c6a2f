using Veilor.Designer.Core.Content;

namespace Veilor.Designer.Core.Validation;

/// <summary>Reads content for rules.</summary>
internal static class ContentText
{
    /// <summary>
    /// The text of a file; empty while it cannot be read, such as one that changed on the disk a moment ago. A rule
    /// then has nothing to say, and the next load of the folder asks it again.
    /// </summary>
    public static string ReadableText(this ContentFile file)
    {
        try
        {
            return file.Text;
        }
        catch (IOException)
        {
            return "";
        }
    }
}
