namespace Veilor.Designer.Core.Checking.Kickstart.Syntax;

/// <summary>How many words a positional argument takes.</summary>
internal enum PositionalCount
{
    One,
    OneOrNone,
    Any,
}
