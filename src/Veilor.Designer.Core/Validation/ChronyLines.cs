using System.Text.RegularExpressions;
using Veilor.Designer.Core.Catalogue;
using Veilor.Designer.Core.Failures;

namespace Veilor.Designer.Core.Validation;

/// <summary>Lines of chrony.conf, read as chronyd does, which ends at the first that it cannot read (chrony.conf(5); tried directive by directive with chronyd -p of chrony 4.3 and 4.9).</summary>
internal static partial class ChronyLines
{
    private static readonly string[] WithoutValue = ["lock_all", "manual", "noclientlog", "nosystemcert", "rtconutc", "rtcsync"];

    private static readonly string[] WholeNumber =
    [
        "acquisitionport", "cmdport", "dscp", "logbanner", "maxntsconnections", "maxsamples", "maxstratum", "maxtxbuffers", "minsamples", "minsources", "minstratum", "nocerttimecheck", "ntsport", "ntsprocesses", "ntsrefresh", "ntsrotate",
        "port", "ptpport", "refresh", "sched_priority",
    ];

    private static readonly string[] Number =
    [
        "clockprecision", "combinelimit", "corrtimeratio", "hwtstimeout", "logchange", "maxclockerror", "maxdistance", "maxdrift", "maxjitter", "maxslewrate", "maxupdateskew", "reselectdist", "rtcautotrim", "stratumweight",
    ];

    private static readonly string[] Word =
    [
        "driftfile", "dumpdir", "hwclockfile", "keyfile", "leapseclist", "leapsectz", "logdir", "ntpsigndsocket", "ntscachedir", "ntsdumpdir", "ntsntpserver", "ntsservercert", "ntsserverkey", "pidfile", "rtcdevice", "rtcfile", "user",
        "binddevice", "bindacqdevice", "bindcmddevice",
    ];

    private static readonly string[] Logs = ["rawmeasurements", "measurements", "selection", "statistics", "tracking", "rtc", "refclocks", "tempcomp"];

    private static readonly Dictionary<string, string[]> Choices = new(StringComparer.Ordinal)
    {
        ["leapsecmode"] = ["system", "step", "slew", "ignore"],
        ["authselectmode"] = ["require", "prefer", "mix", "ignore"],
    };

    /// <summary>Options of server, pool and peer that stand alone.</summary>
    private static readonly string[] Flags = ["auto_offline", "burst", "copy", "iburst", "nts", "offline", "noselect", "prefer", "require", "trust", "xleave", "ipv4", "ipv6"];

    /// <summary>Options of server, pool and peer with a number behind them.</summary>
    private static readonly string[] Counts =
    [
        "certset", "key", "asymmetry", "maxdelay", "maxdelayratio", "maxdelaydevratio", "maxdelayquant", "minpoll", "maxpoll", "maxsources", "maxsamples", "minsamples", "minstratum", "mindelay", "filter", "ntsport", "offset", "polltarget",
        "port", "presend", "version", "maxunreach",
    ];

    private const string ExtensionField = "extfield";

    /// <summary>The words of a line; none of an empty one and of a comment, which begins with !, ;, # or %.</summary>
    public static string[] Words(string line) =>
        line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [var first, ..] words && first[0] is not ('!' or ';' or '#' or '%') ? words : [];

    /// <summary>Why chronyd ends at the line, as whole sentences; null when it takes it.</summary>
    public static string? Problem(string line)
    {
        if (Words(line) is not [var written, .. var values])
        {
            return null;
        }

        var directive = written.ToLowerInvariant();
        return !KnownNames.ChronyDirectives.Has(directive) ? Unknown("has no directive", written, KnownNames.ChronyDirectives.All)
            : values.FirstOrDefault(value => value[0] is '#' or ';' or '!' or '%') is { } sign ? $"reads '{StrayText.Shown(sign)}' as a value of {directive}: a comment stands on a line of its own."
            : directive is "server" or "pool" or "peer" ? Source(directive, values)
            : Array.IndexOf(WithoutValue, directive) >= 0 ? values.Length == 0 ? null : $"takes no value for {directive}, and the line has '{StrayText.Shown(values[0])}'."
            : Array.IndexOf(WholeNumber, directive) >= 0 ? values.Length == 1 && Whole().IsMatch(values[0]) ? null : $"takes one whole number for {directive}."
            : Array.IndexOf(Number, directive) >= 0 ? values.Length == 1 && StartsAsNumber().IsMatch(values[0]) ? null : $"takes one number for {directive}."
            : Array.IndexOf(Word, directive) >= 0 ? values.Length == 1 ? null : $"takes one value for {directive}, and the line has {(values.Length == 0 ? "none" : "more")}."
            : Choices.TryGetValue(directive, out var choices) ? values.Length == 1 && choices.Contains(values[0], StringComparer.OrdinalIgnoreCase) ? null : $"takes one of {string.Join(", ", choices)} for {directive}."
            : directive switch
            {
                "log" => values.FirstOrDefault(value => Array.IndexOf(Logs, value) < 0) is { } log ? Unknown("has no log", log, Logs) : null,
                "makestep" => values.Length == 2 && values.All(StartsAsNumber().IsMatch) ? null : "takes two numbers for makestep, such as makestep 1.0 3.",
                "fallbackdrift" => values.Length == 2 && values.All(StartsAsNumber().IsMatch) ? null : "takes two numbers for fallbackdrift.",
                "maxchange" => values.Length == 3 && values.All(StartsAsNumber().IsMatch) ? null : "takes three numbers for maxchange, such as maxchange 1000 1 2.",
                "mailonchange" => values.Length == 2 && StartsAsNumber().IsMatch(values[1]) ? null : "takes an address and a number for mailonchange.",
                _ => null,
            };
    }

    private static string? Source(string directive, string[] values)
    {
        if (values.Length == 0)
        {
            return $"takes a name or an address for {directive}.";
        }

        for (var at = 1; at < values.Length; at++)
        {
            var option = values[at].ToLowerInvariant();
            var isField = string.Equals(option, ExtensionField, StringComparison.Ordinal);
            if (!isField && Array.IndexOf(Counts, option) < 0)
            {
                if (Array.IndexOf(Flags, option) < 0)
                {
                    return Unknown($"has no option of {directive}", values[at], [.. Flags, .. Counts, ExtensionField]);
                }
            }
            else if (++at == values.Length || !(isField ? values[at].All(char.IsAsciiHexDigit) : Decimal().IsMatch(values[at])))
            {
                return $"takes a number behind {option}.";
            }
        }

        return null;
    }

    private static string Unknown(string what, string word, IEnumerable<string> known) =>
        $"{what} '{StrayText.Shown(word)}'.{(NearNames.Find(word.ToLowerInvariant(), known) is [var near, ..] ? $" Did you mean {near}?" : "")}";

    [GeneratedRegex("^[+-]?[0-9]+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Whole();

    /// <summary>chronyd reads these with sscanf, which passes over what stands behind the number.</summary>
    [GeneratedRegex("^[+-]?(\\.?[0-9]|inf|nan)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex StartsAsNumber();

    [GeneratedRegex("^[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Decimal();
}
