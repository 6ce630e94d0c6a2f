using System.Globalization;

namespace Veilor.Designer.Core.Validation;

/// <summary>Values that sshd takes for keywords with a closed list (tried with sshd -t of OpenSSH 10.0).</summary>
internal static class SshdValues
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
            : keyword is "authenticationmethods" && words.SelectMany(each => each.Split(',')).FirstOrDefault(each => Array.IndexOf(Methods, each.Split(':')[0]) < 0) is { } method ? $"there is no method '{StrayText.Shown(method)}'"
            : keyword is "subsystem" && words.Count == 1 ? "it names no program"
            : null;
    }

    private static string? NotOf(string[] list, string word) =>
        Array.Exists(list, each => string.Equals(each, word, StringComparison.OrdinalIgnoreCase)) ? null : $"it takes {string.Join(", ", list[..^1])} or {list[^1]}";
}
