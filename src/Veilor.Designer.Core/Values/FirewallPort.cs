using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Veilor.Designer.Core.Values;

/// <summary>A port or a range of ports with its protocol, as firewalld writes them: <c>8080/tcp</c>, <c>6000-6010/udp</c>. Ports are 1 to 65535.</summary>
public sealed record FirewallPort : ITextValue<FirewallPort>
{
    private const string Allowed = "Write a port and its protocol, such as 8080/tcp or 6000-6010/udp.";

    private static readonly string[] Protocols = ["tcp", "udp", "sctp", "dccp"];

    private readonly string _text;

    private FirewallPort(string text) => _text = text;

    public static bool TryParse(string? text, [NotNullWhen(true)] out FirewallPort? value, out string error)
    {
        text ??= "";
        error = Check(text);
        value = error.Length == 0 ? new FirewallPort(text) : null;
        return value is not null;
    }

    public static FirewallPort Parse(string text) => TextValue.Parse<FirewallPort>(text);

    public override string ToString() => _text;

    private static string Check(string text)
    {
        var parts = text.Split('/');
        if (parts.Length != 2 || !Array.Exists(Protocols, protocol => string.Equals(protocol, parts[1], StringComparison.Ordinal)))
        {
            return $"The protocol is missing or unknown; tcp, udp, sctp and dccp are known. {Allowed}";
        }

        var ends = parts[0].Split('-');
        if (ends.Length > 2 || !TryPort(ends[0], out var first) || !TryPort(ends[^1], out var last))
        {
            return $"A port is a number from 1 to 65535. {Allowed}";
        }

        return ends.Length == 2 && first >= last ? "The first port of a range must be below the last." : "";
    }

    private static bool TryPort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is >= 1 and <= 65535 && text[0] != '0';
}
