using System.Globalization;
using System.Text.RegularExpressions;
using Veilor.Designer.Core.Failures;

namespace Veilor.Designer.Core.Validation;

/// <summary>Values that sshd takes for keywords with a closed list (tried with sshd -t of OpenSSH 10.0).</summary>
internal static partial class SshdValues
{
    private static readonly string[] YesOrNo = ["yes", "no"];

    /// <summary>Keywords that take yes or no alone; true, on and 1 are refused.</summary>
    private static readonly HashSet<string> Switches = new(StringComparer.Ordinal)
    {
        "passwordauthentication", "pubkeyauthentication", "kbdinteractiveauthentication", "challengeresponseauthentication", "permitemptypasswords", "usepam", "x11forwarding", "x11uselocalhost",
        "permittty", "permituserrc", "strictmodes", "printmotd", "printlastlog", "tcpkeepalive", "usedns", "allowagentforwarding", "gssapiauthentication", "hostbasedauthentication",
        "ignoreuserknownhosts", "disableforwarding", "exposeauthinfo", "streamlocalbindunlink",
    };

    private static readonly Dictionary<string, string[]> Lists = new(StringComparer.Ordinal)
    {
        ["permitrootlogin"] = ["yes", "no", "prohibit-password", "without-password", "forced-commands-only"],
        ["allowtcpforwarding"] = ["yes", "no", "all", "local", "remote"],
        ["allowstreamlocalforwarding"] = ["yes", "no", "all", "local", "remote"],
        ["gatewayports"] = ["yes", "no", "clientspecified"],
        ["addressfamily"] = ["any", "inet", "inet6"],
        ["compression"] = ["yes", "no", "delayed"],
        ["ignorerhosts"] = ["yes", "no", "shosts-only"],
        ["permittunnel"] = ["yes", "no", "point-to-point", "ethernet"],
        ["loglevel"] = ["QUIET", "FATAL", "ERROR", "INFO", "VERBOSE", "DEBUG", "DEBUG1", "DEBUG2", "DEBUG3"],
        ["syslogfacility"] = ["DAEMON", "USER", "AUTH", "AUTHPRIV", "LOCAL0", "LOCAL1", "LOCAL2", "LOCAL3", "LOCAL4", "LOCAL5", "LOCAL6", "LOCAL7"],
    };

    private static readonly string[] Numbers = ["maxauthtries", "maxsessions", "clientalivecountmax", "x11displayoffset", "requiredrsasize"];

    /// <summary>Algorithms that OpenSSH has no more (OpenSSH 7.6, release notes).</summary>
    private static readonly string[] Removed = ["arcfour", "arcfour128", "arcfour256", "blowfish-cbc", "cast128-cbc", "hmac-ripemd160", "hmac-ripemd160@openssh.com"];

    /// <summary>Keywords that take a length of time: digits with s, m, h, d or w (sshd_config(5), TIME FORMATS).</summary>
    private static readonly string[] Lengths = ["clientaliveinterval", "logingracetime"];

    /// <summary>The ciphers of OpenSSH 9 and 10 (ssh -Q cipher).</summary>
    private static readonly string[] Ciphers =
    [
        "3des-cbc", "aes128-cbc", "aes192-cbc", "aes256-cbc", "rijndael-cbc@lysator.liu.se", "aes128-ctr", "aes192-ctr", "aes256-ctr", "aes128-gcm@openssh.com", "aes256-gcm@openssh.com", "chacha20-poly1305@openssh.com", "none",
    ];

    /// <summary>The message authentication codes of OpenSSH 9 and 10 (ssh -Q mac).</summary>
    private static readonly string[] Macs =
    [
        "hmac-sha1", "hmac-sha1-96", "hmac-sha2-256", "hmac-sha2-512", "hmac-md5", "hmac-md5-96", "umac-64@openssh.com", "umac-128@openssh.com", "hmac-sha1-etm@openssh.com", "hmac-sha1-96-etm@openssh.com", "hmac-sha2-256-etm@openssh.com",
        "hmac-sha2-512-etm@openssh.com", "hmac-md5-etm@openssh.com", "hmac-md5-96-etm@openssh.com", "umac-64-etm@openssh.com", "umac-128-etm@openssh.com",
    ];

    private static readonly string[] Methods = ["any", "none", "publickey", "password", "keyboard-interactive", "gssapi-with-mic", "hostbased", "gssapi-keyex"];

    /// <summary>What is wrong with the values of a keyword in small letters, as a clause; null where sshd takes them.</summary>
    public static string? Problem(string keyword, IReadOnlyList<string> words)
    {
        var word = words.Count > 0 ? words[0] : "";
        return Switches.Contains(keyword) ? NotOf(YesOrNo, word)
            : Lists.GetValueOrDefault(keyword) is { } list ? NotOf(list, word)
            : Array.IndexOf(Numbers, keyword) >= 0 && !int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? "it takes a whole number"
            : keyword is "port" && word.Length > 0 && char.IsAsciiDigit(word[0]) && !(int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535) ? "it takes a number from 1 to 65535"
            : keyword is "ciphers" or "macs" && word is not ['-', ..] && word.TrimStart('+', '^').Split(',').FirstOrDefault(each => Array.IndexOf(Removed, each) >= 0) is { } removed ? $"OpenSSH has no {removed} any more"
            : keyword is "ciphers" && Misspelt(word, Ciphers) is { } cipher ? $"OpenSSH has no cipher '{StrayText.Shown(cipher)}'"
            : keyword is "macs" && Misspelt(word, Macs) is { } mac ? $"OpenSSH has no code '{StrayText.Shown(mac)}'"
            : Array.IndexOf(Lengths, keyword) >= 0 && (words.Count > 1 || !LengthForm().IsMatch(word)) ? "it takes a length of time such as 300, 5m or 1h30m"
            : keyword is "maxstartups" && !(StartsForm().IsMatch(word) && words.Count == 1) ? "it takes a number, or three with colons between them such as 10:30:60"
            : keyword is "authenticationmethods" && words.SelectMany(each => each.Split(',')).FirstOrDefault(each => Array.IndexOf(Methods, each.Split(':')[0]) < 0) is { } method ? $"there is no method '{StrayText.Shown(method)}'"
            : keyword is "subsystem" && words.Count == 1 ? "it names no program"
            : null;
    }

    /// <summary>A name of the list that is nearly one of OpenSSH's; with a minus before them names are taken away, patterns are not judged, and another release may have other names.</summary>
    private static string? Misspelt(string list, string[] known) =>
        list is ['-', ..] || list.AsSpan().ContainsAny('*', '?') ? null
        : list.TrimStart('+', '^').Split(',').FirstOrDefault(each => Array.IndexOf(known, each) < 0 && (Array.IndexOf(known, each + "@openssh.com") >= 0 || NearNames.Find(each, known).Count > 0));

    [GeneratedRegex("^([0-9]+[sSmMhHdDwW]?)+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex LengthForm();

    [GeneratedRegex("^[0-9]+(:[0-9]+:[0-9]+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex StartsForm();

    private static string? NotOf(string[] list, string word) =>
        Array.Exists(list, each => string.Equals(each, word, StringComparison.OrdinalIgnoreCase)) ? null : $"it takes {string.Join(", ", list[..^1])} or {list[^1]}";
}
