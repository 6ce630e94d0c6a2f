using System.Text.RegularExpressions;

namespace Veilor.Designer.Core.Validation.Sudo;

/// <summary>One rule: users, hosts, an equals sign, and the commands, with who they run as and their tags (sudoers(5), User specification).</summary>
/// <param name="line">The line without comments.</param>
internal sealed partial class SudoersSpecification(string line)
{
    private int _at;

    private bool IsEnd => _at >= line.Length;

    /// <summary>Why sudo cannot read the rule, or null.</summary>
    public string? Fault()
    {
        if (IsOpen())
        {
            return null;
        }

        if (!List())
        {
            return Unread("a user or group is expected");
        }

        return Hosts() ?? CommandsFault();
    }

    /// <summary>The same for a list of commands alone.</summary>
    public string? CommandsFault()
    {
        if (IsOpen())
        {
            return null;
        }

        while (true)
        {
            if (Command() is { } fault)
            {
                return fault;
            }

            Blanks();
            if (IsEnd)
            {
                return null;
            }

            if (line[_at] is not (',' or ':'))
            {
                return Unread("a comma or the end is expected");
            }

            if (line[_at++] == ':' && Hosts() is { } hosts)
            {
                return hosts;
            }
        }
    }

    /// <summary>True for what is not judged: digests, regular expressions, quotes, and addresses with colons.</summary>
    private bool IsOpen() => Unjudged().IsMatch(line);

    private string? Hosts()
    {
        Blanks();
        if (!List())
        {
            return Unread("the hosts and '=' are expected, such as ALL=");
        }

        Blanks();
        if (IsEnd || line[_at] != '=')
        {
            return Unread("'=' is expected behind the hosts");
        }

        _at++;
        return null;
    }

    private string? Command()
    {
        Blanks();
        if (!IsEnd && line[_at] == '(')
        {
            var end = line.IndexOf(')', _at);
            if (end < 0)
            {
                return "has a '(' without its ')'";
            }

            _at = end + 1;
        }

        while (Option().Match(line, _at) is { Success: true } option)
        {
            _at += option.Length;
        }

        Blanks();
        while (!IsEnd && line[_at] == '!')
        {
            _at++;
            Blanks();
        }

        if (IsEnd)
        {
            return "has no command at its end";
        }

        if (Path().Match(line, _at) is { Success: true } path)
        {
            _at += path.Length;
            return null;
        }

        if (Name().Match(line, _at) is { Success: true } name)
        {
            _at += name.Length;
            return null;
        }

        return Unread("a command is a whole path, such as /usr/bin/dnf");
    }

    /// <summary>Names with commas between them.</summary>
    private bool List()
    {
        while (Element().Match(line, _at) is { Success: true } element)
        {
            _at += element.Length;
            if (Comma().Match(line, _at) is not { Success: true } comma)
            {
                return true;
            }

            _at += comma.Length;
        }

        return false;
    }

    private void Blanks()
    {
        while (!IsEnd && char.IsWhiteSpace(line[_at]))
        {
            _at++;
        }
    }

    private string Unread(string expected)
    {
        Blanks();
        return IsEnd ? $"ends where {expected}" : $"has '{StrayText.Shown(line[_at..])}' where {expected}";
    }

    [GeneratedRegex("""sha(224|256|384|512)\s*:|[\^"]|:[0-9a-fA-F]*:""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Unjudged();

    [GeneratedRegex(@"\G(!\s*)*(\\.|[^\s,=():!\\])+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Element();

    [GeneratedRegex(@"\G\s*,\s*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Comma();

    /// <summary>A tag with its colon, or an option with its value.</summary>
    [GeneratedRegex(@"\G\s*((NO)?(PASSWD|EXEC|SETENV|LOG_INPUT|LOG_OUTPUT|MAIL|FOLLOW|INTERCEPT)\s*:|(ROLE|TYPE|PRIVS|LIMITPRIVS|TIMEOUT|NOTBEFORE|NOTAFTER|CWD|CHROOT|APPARMOR_PROFILE)\s*=\s*[^\s,]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Option();

    /// <summary>A path with its arguments, up to a sign that ends them; an equals sign only when it stands alone.</summary>
    [GeneratedRegex(@"\G(/|(sudoedit|list)(?![\w/.-]))(\\.|[^,:=\\]|=(?!\s|$)|(?<!\s)=)*", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Path();

    [GeneratedRegex(@"\G[A-Z][A-Z0-9_]*(?![\w./-])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Name();
}
