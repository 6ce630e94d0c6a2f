using System.Text.RegularExpressions;

namespace Veilor.Designer.Core.Failures;

/// <summary>A failure of podman, dnf or an image builder that is known: how its text looks, why it happens and what to change.</summary>
/// <param name="Id">Names it: <c>builder-image-missing</c>.</param>
/// <param name="Pattern">Matches one line of the log, without colours; named groups fill <c>{name}</c> in the other texts.</param>
/// <param name="Cause">What went wrong, in a sentence.</param>
/// <param name="Advice">What to do about it.</param>
/// <param name="Field">The field whose value caused it; empty when the machine did.</param>
/// <param name="Command">A command that shows more or mends it; empty when there is none.</param>
/// <param name="DebianPackage">The package that mends it on Debian; empty when none does.</param>
/// <param name="FedoraPackage">The package that mends it on Fedora; empty when none does.</param>
/// <param name="NearGroup">The group that holds a package's name, so that near names can be shown; empty for none.</param>
/// <param name="IsVague">True for a text that often only repeats what another line explains.</param>
/// <param name="Replaces">The id of the failure that is forgotten for this one, which sums up what was taken for it; empty for none.</param>
/// <param name="Source">The project and file, or the document, that the text comes from.</param>
public sealed record KnownFailure(
    string Id,
    Regex Pattern,
    string Cause,
    string Advice,
    string Field,
    string Command,
    string DebianPackage,
    string FedoraPackage,
    string NearGroup,
    bool IsVague,
    string Replaces,
    string Source);
