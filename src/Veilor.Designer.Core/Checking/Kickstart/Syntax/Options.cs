namespace Veilor.Designer.Core.Checking.Kickstart.Syntax;

/// <summary>Short ways to write down options. Several spellings are separated by a bar.</summary>
internal static class Options
{
    public static OptionSyntax Flag(string names) => Make(names, OptionKind.Flag) with { Resets = true };

    public static OptionSyntax Text(string names) => Make(names, OptionKind.Text);

    public static OptionSyntax Required(string names) => Make(names, OptionKind.Text) with { IsRequired = true };

    public static OptionSyntax Integer(string names) => Make(names, OptionKind.Integer);

    public static OptionSyntax List(string names) => Make(names, OptionKind.List);

    public static OptionSyntax OneOf(string names, params IReadOnlyList<string> choices) => Make(names, OptionKind.Text) with { Choices = choices };

    public static IEnumerable<OptionSyntax> Flags(params IEnumerable<string> names) => names.Select(Flag);

    public static IEnumerable<OptionSyntax> Texts(params IEnumerable<string> names) => names.Select(Text);

    public static IEnumerable<OptionSyntax> Integers(params IEnumerable<string> names) => names.Select(Integer);

    private static OptionSyntax Make(string names, OptionKind kind) => new(names.Split('|'), kind);
}
