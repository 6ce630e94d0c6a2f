using Veilor.Designer.Core.Checking.Kickstart.Syntax;

namespace Veilor.Designer.Core.Checking.Kickstart.Sections;

/// <summary>The lines of a <c>%packages</c> section.</summary>
internal static class PackageLines
{
    private static readonly OptionSyntax[] GroupOptions = [.. Options.Flags("--nodefaults", "--optional")];

    /// <exception cref="KickstartErrorException">The line is refused; the parser names no line for it.</exception>
    public static void Check(KickstartSession session, string line)
    {
        var text = line.Split('#', 2)[0].Trim();
        if (text.Length == 0 || text == "-")
        {
            throw new KickstartErrorException("string index out of range", null);
        }

        if (text[0] != '@' || text.StartsWith("@^", StringComparison.Ordinal))
        {
            return;
        }

        var words = text[1..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var result = OptionParser.Parse(session, GroupOptions, [], words, null, refuseExtra: false);
        if (result.Values.Count > 1)
        {
            throw new KickstartErrorException("Group cannot specify both --nodefaults and --optional", null);
        }
    }
}
