using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Components.Fields;

/// <summary>
/// Field paths as an attribute that a style rule can look into: <c>[data-from~="system.hostname"]</c>. Blanks part the
/// paths there, so a blank inside of a key (<c>kernel.kptr_restrict = 2</c>) is written as the sign for one.
/// </summary>
public static class FieldMark
{
    private const char Blank = '␠';

    /// <summary>One path.</summary>
    public static string Of(FieldPath path) => Encode(path.ToString());

    /// <summary>Several paths, parted by blanks.</summary>
    public static string Of(EquatableArray<FieldPath> paths) =>
        paths.Count == 1 ? Of(paths[0]) : string.Join(' ', paths.Select(Of));

    /// <summary>The path that an attribute holds. A key with the sign itself in it comes back with a blank; none has one.</summary>
    public static FieldPath Read(string mark) => new(mark.Replace(Blank, ' '));

    private static string Encode(string path) => path.AsSpan().IndexOfAny(' ', '\t') < 0 ? path : path.Replace(' ', Blank).Replace('\t', Blank);
}
