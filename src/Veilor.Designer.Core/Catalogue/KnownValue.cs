using System.Globalization;

namespace Veilor.Designer.Core.Catalogue;

/// <summary>What the kernel takes as the value of one argument or sysctl key.</summary>
public sealed class KnownValue
{
    private readonly string _form;

    internal KnownValue(string key, string form, string allowed, string source)
    {
        (Key, _form, Source) = (key, form, source);
        Words = form is "words" or "list" ? allowed.Split(' ') : [];
        Allowed = Words.Count > 0 ? string.Join(", ", Words) : allowed;
        var dots = form.IndexOf("..", StringComparison.Ordinal);
        if (dots > 0)
        {
            Range = (long.Parse(form.AsSpan(0, dots), CultureInfo.InvariantCulture), long.Parse(form.AsSpan(dots + 2), CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The argument's key with underscores, or the path below /proc/sys with <c>*</c> for any one part.</summary>
    public string Key { get; }

    /// <summary>The words that are taken; empty for a number or a switch.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>What is taken, to be read by a person.</summary>
    public string Allowed { get; }

    /// <summary>The least and the largest number; null for words and switches.</summary>
    public (long Least, long Most)? Range { get; }

    /// <summary>The kernel's file or document; <c>Linux 6.18, written to</c> where it was tried.</summary>
    public string Source { get; }

    /// <summary>True when the key alone says nothing, as for those whose parser is handed no text (lib/kstrtox.c, kstrtobool). A switch of a module may stand alone, and so may what dracut and systemd read.</summary>
    public bool NeedsValue => _form is not "bool" && !Key.StartsWith("rd.", StringComparison.Ordinal) && !Key.StartsWith("systemd.", StringComparison.Ordinal);

    /// <summary>True for a value that the kernel takes for what it says.</summary>
    public bool Takes(string value) => _form switch
    {
        "words" => Words.Contains(value, StringComparer.Ordinal),
        "list" => value.Split(',').All(word => Words.Contains(word, StringComparer.Ordinal)),
        "bool" or "switch" => IsSwitch(value),
        "numbers" => value.Split((char[]?)[' ', '\t'], StringSplitOptions.RemoveEmptyEntries).All(word => int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)),
        "mitigations" => IsMitigations(value),
        "ratelimit" => value is "off" or "warn" or "fatal" || (value.StartsWith("ratelimit:", StringComparison.Ordinal) && value["ratelimit:".Length..].All(char.IsAsciiDigit)),
        _ => IsWithin(value),
    };

    /// <summary>A number in decimal; what the kernel reads as hexadecimal or octal is not judged.</summary>
    private bool IsWithin(string value) =>
        Range is not { } range
        || value is ['0', _, ..]
        || (long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= range.Least && number <= range.Most);

    /// <summary>The kernel looks at the first letter, and at the second behind an o (lib/kstrtox.c, kstrtobool).</summary>
    private static bool IsSwitch(string value) => value is ['y' or 'Y' or 't' or 'T' or 'e' or 'E' or '1' or 'n' or 'N' or 'f' or 'F' or 'd' or 'D' or '0', ..] or ['o' or 'O', 'n' or 'N' or 'f' or 'F', ..];

    /// <summary>off or auto, then nosmt or classes of attacks that are left out (kernel/cpu.c, from 6.17 on).</summary>
    private static bool IsMitigations(string value)
    {
        var words = value.Split(',', ';');
        return value is "off"
            || (words[0] is "auto" && words.Skip(1).All(word => word is "nosmt" or "no_user_kernel" or "no_user_user" or "no_guest_host" or "no_guest_guest" or "no_cross_thread"));
    }
}
