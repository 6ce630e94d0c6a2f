using System.Text;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Reading;

/// <summary>Dotted paths in the decoder's notation.</summary>
internal static class TomlPath
{
    public static string Of(IEnumerable<string> parts) => string.Join('.', parts.Select(Part));

    public static string Join(string path, string part) => path.Length == 0 ? Part(part) : $"{path}.{Part(part)}";

    public static bool IsBare(char c) => c is >= 'A' and <= 'Z' or >= 'a' and <= 'z' or >= '0' and <= '9' or '_' or '-';

    private static string Part(string part)
    {
        if (part.Length > 0 && part.All(IsBare))
        {
            return part;
        }

        var quoted = new StringBuilder("\"");
        foreach (var c in part)
        {
            quoted.Append(c switch
            {
                '\\' => "\\\\",
                '"' => "\\\"",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\b' => "\\b",
                '\f' => "\\f",
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
