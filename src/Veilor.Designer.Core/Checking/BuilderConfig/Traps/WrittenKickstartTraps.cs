using System.Buffers;
using Veilor.Designer.Core.Checking.BuilderConfig.Reading;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Traps;

/// <summary>
/// Values that break the kickstart which the builder writes for an ISO. It escapes nothing: a user's values stand on the line as bare
/// words, the key in double quotes, and the kernel's arguments in single ones (osbuild, org.osbuild.kickstart). The installer splits
/// the line as a shell does, and takes a # within a bare word for a comment.
/// </summary>
internal static class WrittenKickstartTraps
{
    private const string Reason = "The builder writes the value into the kickstart and escapes nothing. A line that cannot be read stops the installation; else another value is taken.";

    private static readonly string[] BareWords = ["name", "password", "shell", "home"];

    private static readonly string[] Hashes = ["$6$", "$5$", "$2b$"];

    private static readonly SearchValues<char> EndsWord = SearchValues.Create(" \t\r\n\v\f\"'\\#");

    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\r\n\v\f\u001c\u001d\u001e\u0085\u2028\u2029");

    public static IEnumerable<CheckTrap> Find(TrapContext context) =>
        !context.IsIso || context.ImageType == "bootc-generic-iso" || context.HasOwnKickstart
            ? []
            : context.Customizations.TablesAt("user").SelectMany(OfUser)
                .Concat(context.Customizations.TablesAt("group").SelectMany(group => OfWord(group, "name")))
                .Concat(OfAppend(context));

    private static IEnumerable<CheckTrap> OfUser(ConfigTable user)
    {
        foreach (var trap in BareWords.Where(option => option != "password" || IsHash(user.TextAt(option))).SelectMany(option => OfWord(user, option)))
        {
            yield return trap;
        }

        foreach (var group in user.TextsAt("groups").Where(group => !IsWord((string)group.Value!) || ((string)group.Value!).Contains(',', StringComparison.Ordinal)))
        {
            yield return Broken(group, "group", (string)group.Value!);
        }

        var key = user.TextAt("key");
        if (key.Contains('"', StringComparison.Ordinal) || key.AsSpan().ContainsAny(LineBreaks) || key.EndsWith('\\') || key.Contains("\\\\", StringComparison.Ordinal))
        {
            yield return Broken(user.At("key")!.Value, "key", key);
        }
    }

    private static IEnumerable<CheckTrap> OfWord(ConfigTable table, string option)
    {
        if (table.TextAt(option) is { Length: > 0 } text && !IsWord(text))
        {
            yield return Broken(table.At(option)!.Value, option, text);
        }
    }

    private static IEnumerable<CheckTrap> OfAppend(TrapContext context)
    {
        if (context.Customizations.At("kernel", "append") is { } append && context.Customizations.TextAt("kernel", "append").AsSpan().ContainsAny(LineBreaks))
        {
            yield return TrapFinder.At(append, "line-break-in-append", DiagnosticSeverity.Error, "kernel.append contains a line break, which ends the kickstart's bootloader line.", "The builder writes --append='…' and escapes nothing.");
        }
    }

    /// <summary>A password that is none is hashed before it is written.</summary>
    private static bool IsHash(string password) => Hashes.Any(prefix => password.StartsWith(prefix, StringComparison.Ordinal));

    private static bool IsWord(string text) => !text.AsSpan().ContainsAny(EndsWord) && !text.AsSpan().ContainsAny(LineBreaks);

    private static CheckTrap Broken(ConfigValue at, string option, string text) =>
        TrapFinder.At(at, "breaks-kickstart", DiagnosticSeverity.Error, option is "password" ? "The hash does not stay one word in the kickstart." : $"The {option} {GoText.Quote(text)} does not stay one {(option is "key" ? "text" : "word")} in the kickstart.", Reason);
}
