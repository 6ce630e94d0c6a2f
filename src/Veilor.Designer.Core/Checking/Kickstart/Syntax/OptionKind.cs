namespace Veilor.Designer.Core.Checking.Kickstart.Syntax;

/// <summary>What an option takes.</summary>
internal enum OptionKind
{
    /// <summary>Nothing.</summary>
    Flag,

    /// <summary>Any text.</summary>
    Text,

    Integer,

    /// <summary>Texts with commas between them; blanks and empty ones are dropped.</summary>
    List,

    /// <summary>on, yes, true, 1 or off, no, false, 0.</summary>
    YesNo,

    /// <summary>A text, or nothing.</summary>
    OptionalText,
}
