using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Validation;

/// <summary>Whether a package name fits a pattern with <c>*</c>, <c>?</c> and <c>[…]</c>, as dnf matches names.</summary>
internal static class PackagePattern
{
    public static bool Matches(PackageSpec pattern, PackageSpec name) => Matches(pattern.ToString(), name.ToString());

    /// <summary>The same for a text that may be no name of a package.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        while (!pattern.IsEmpty)
        {
            switch (pattern[0])
            {
                case '*':
                    for (var skipped = 0; skipped <= name.Length; skipped++)
                    {
                        if (Matches(pattern[1..], name[skipped..]))
                        {
                            return true;
                        }
                    }

                    return false;
                case '[' when !name.IsEmpty && pattern.IndexOf(']') is > 0 and var end:
                    if (!pattern[1..end].Contains(name[0]))
                    {
                        return false;
                    }

                    pattern = pattern[end..];
                    break;
                case '?' when !name.IsEmpty:
                    break;
                default:
                    if (name.IsEmpty || pattern[0] != name[0])
                    {
                        return false;
                    }

                    break;
            }

            pattern = pattern[1..];
            name = name[1..];
        }

        return name.IsEmpty;
    }
}
