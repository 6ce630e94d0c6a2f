namespace Veilor.Designer.Core.Checking.Kickstart.Syntax;

/// <summary>Sets of dialects.</summary>
[Flags]
internal enum Dialects
{
    None = 0,
    Fedora = 1,
    Rhel10 = 2,
    All = Fedora | Rhel10,
}
