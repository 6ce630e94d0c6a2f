using System.Buffers;

namespace Veilor.Designer.Core.Values;

/// <summary>Sets of hexadecimal digits.</summary>
internal static class HexDigits
{
    public static readonly SearchValues<char> AnyCase = SearchValues.Create("0123456789abcdefABCDEF");

    public static readonly SearchValues<char> LowerCase = SearchValues.Create("0123456789abcdef");
}
