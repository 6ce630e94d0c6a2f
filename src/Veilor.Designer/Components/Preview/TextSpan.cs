namespace Veilor.Designer.Components.Preview;

/// <summary>A part of a line.</summary>
/// <param name="Start">Index of the first character.</param>
/// <param name="Length">Number of UTF-16 units.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;
}
