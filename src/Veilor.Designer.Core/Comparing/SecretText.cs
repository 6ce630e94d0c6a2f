using System.Text.RegularExpressions;

namespace Veilor.Designer.Core.Comparing;

/// <summary>
/// Finds what must not be shown or sent on: crypt hashes, private keys, tokens of well-known services, passwords in
/// URLs, and lines that set a password or hand one to a program.
/// </summary>
public static partial class SecretText
{
    private const string Hidden = "(hidden)";

    /// <summary>True when the text holds a hash, a key or a token, whatever stands around it.</summary>
    public static bool IsIn(string text) => Value().IsMatch(text);

    /// <summary>
    /// True when a line of a script or a kickstart holds a secret, sets one, or hands one to a program. It is a list of known
    /// forms: a password in any other form is not seen.
    /// </summary>
    public static bool IsInLine(string line) => IsIn(line) || RootPassword().IsMatch(line) || Sets(line) || Handing().IsMatch(line);

    private static bool Sets(string line)
    {
        foreach (var found in Setting().EnumerateMatches(line))
        {
            if (!NoPassword().IsMatch(line.AsSpan(found.Index, found.Length)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The text with every hash, key and token hidden.</summary>
    public static string Redact(string text) => Value().Replace(text, Hidden);

    // crypt(5): $id$…, with the ids of every method that glibc's libxcrypt, passlib or Anaconda reads.
    [GeneratedRegex(
        """
        \$(?:1|2[abxy]?|3|5|6|7|y|gy|md5|sha1|sm3|sm3y|apr1|argon2(?:id?|d)|scrypt|pbkdf2[\w-]*)[$,][^\s'"]+
        |-----BEGIN[ ][A-Z0-9 ]*PRIVATE[ ]KEY
        |(?<=://)[^\s/:@'"]*:[^\s/@'"]+(?=@)
        |(?<=\bhttps?://)(?!git@)[^\s/:@'"]+(?=@)
        |\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|glpat-[\w-]{20,}|(?:AKIA|ASIA)[0-9A-Z]{16}|npm_[A-Za-z0-9]{36}|pypi-Ag[\w-]{20,}|dckr_pat_[\w-]{20,}|tskey-[\w-]{16,}|AIza[\w-]{35}|[sr]k_live_\w{16,}|hf_[A-Za-z0-9]{30,}|xox[abprs]-[\w-]{10,}|AGE-SECRET-KEY-1[A-Z0-9]+)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Value();

    // Kickstart: --password, --passphrase, --plaintext, --wpakey; shells: PASSWORD=…, chpasswd, --token …; keyfiles: psk=…, PrivateKey=… (wg(8));
    // the kernel's command line: systemd.set_credential= (systemd-system-credentials(7)), netroot=iscsi:user:password@… (dracut.cmdline(7)).
    [GeneratedRegex(
        """
        --[\w-]*(?:password|passwd|passphrase|plaintext|iscrypted|token|secret|activation-?key|auth-?key|api-?key|wpa-?key|wep-?key)\b
        |\bchpasswd\b
        |\bauthorization["']?\s*:\s*\S
        |\b\w*(?:password|passwd|passphrase|sshpass|secret|token|psk|api[_-]?key|auth[_-]?key|wep-?key\d?)\w*["']?\s*[=:]\s*["']?[^\s"']
        |\b\w*(?:private|preshared)[_-]?key["']?\s*[=:]\s*["']?[^\s"'/]
        |\benv\s+\w*(?:password|passwd|passphrase|secret|token|psk|api_?key|_pw|_pass|_pwd)\w*\s+[^\s=]
        |\bsystemd\.set_credential(?:_binary)?=
        |\bnetroot=["']?iscsi:[^\s@/]+@
        |[?&](?:key|auth|sig|signature|pw|pass)=[^\s"'&]
        |\b\w*_(?:pw|pass|pwd)["']?\s*[=:]\s*["']?[^\s"']
        |(?:^|[^\w$])(?:pw|pass)["']?\s*[=:]\s*["']?[^\s"']
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Setting();

    /// <summary>sudo's tag, which says that no password is asked for.</summary>
    [GeneratedRegex(@"^nopasswd\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex NoPassword();

    [GeneratedRegex(@"\b(?:rootpw|sshpw)\b(?!\s+--lock\s*$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex RootPassword();

    // Programs that take a password as an argument or from a pipe, by their manual pages: passwd(1) --stdin, curl(1) -u,
    // nmcli(1) and nm-settings(5), cryptsetup(8) with a key from standard input, sshpass(1) -p, mysql(1) -p, htpasswd(1)
    // -b and -i, ldapsearch(1) -w, ipa-client-install(1) -w, netrc(5), useradd(8) -p, openssl-passwd(1), openssl-passphrase-options(1), podman-login(1) -p,
    // smbclient(1) -U, redis.conf requirepass, snmpd.conf(5) createUser, pppd(8) chap-secrets and pap-secrets, ipsec.secrets(5).
    [GeneratedRegex(
        """
        \bpasswd\b.*--stdin\b
        |\b\w*passwd\b.*<<
        |\|\s*(?:sudo\s+)?\w*passwd\b
        |\bcurl\b.*\s(?:-[A-Za-z]*[uU]|--(?:proxy-)?user)(?:\s+|=)?["']?[^\s"':]+:\S
        |\bnmcli\b.*\b(?:psk|password|wep-key\d?|secrets?)\s+\S
        |\bwpa_passphrase\b
        |\|\s*(?:sudo\s+)?cryptsetup\b
        |\bcryptsetup\b.*<<
        |\bsshpass\s(?:.*\s)?-p
        |\b(?:mysql|mariadb)[\w-]*\s(?:.*\s)?-p\S
        |\b(?i:identified\s+by)\b
        |\bhtpasswd\s(?:.*\s)?-[A-Za-z]*[bi]
        |\b(?:useradd|usermod)\s(?:.*\s)?-[A-Za-z]*p\b
        |\b(?:ldap\w+|ipa-[\w-]+)\s(?:.*\s)?-[A-Za-z]*w\b
        |\b(?:requirepass|masterauth)\s+\S
        |\bcreateUser\s+\S+\s+(?:MD5|SHA\S*)\s
        |\b(?:(?:chap|pap)-|ipsec\.)secrets\b
        |\b(?:kinit|kpasswd|kadmin|smbpasswd|pdbedit|grub2?-mkpasswd-pbkdf2|ldap\w+)\b.*<<
        |\|\s*(?:sudo\s+)?(?:kinit|kadmin|pdbedit|grub2?-mkpasswd-pbkdf2)\b
        |\blogin\s+\S+\s+password\s+\S
        |^\s*password\s+\S+\s*$
        |\bopenssl\s+passwd\b
        |\bpass:\S
        |\b(?:podman|docker|buildah|skopeo|oras)\s+login\s(?:.*\s)?-p
        |\s-U\s*["']?[^\s"'%]+%\S
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Handing();
}
