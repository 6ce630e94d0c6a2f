using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>chronyd compares the certificate of an NTS server with the name that it was given (chrony.conf(5), nts); few certificates name an address.</summary>
public sealed class AuthenticatedAddressRule() : DesignRule("VD6030", DiagnosticSeverity.Warning, "The time server cannot prove who it is")
{
    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        !input.Design.System.AuthenticatedTime ? [] : input.Design.System.NtpServers
            .Where(server => server.IsAddress)
            .Select(server => Report(
                SystemFields.NtpServers.PathOf(server),
                $"'{server}' is an address, and authenticated time compares the server's certificate with its name. Unless the certificate names the address, chronyd takes no time from it. Write the server's name.",
                $"Leave {server} out",
                design => SystemFields.NtpServers.Remove(design, server)));
}
