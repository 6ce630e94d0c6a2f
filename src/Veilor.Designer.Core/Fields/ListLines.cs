namespace Veilor.Designer.Core.Fields;

/// <summary>How an input of one line holds several.</summary>
public static class ListLines
{
    /// <summary>The sign that a pasted line break becomes, because a browser would make it a blank. No value holds it.</summary>
    public const char Break = '⏎';
}
