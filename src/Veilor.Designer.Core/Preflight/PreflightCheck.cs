using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Preflight;

/// <summary>One thing that is looked at before a build.</summary>
/// <param name="Group">The heading it stands under.</param>
/// <param name="Name">What was looked at.</param>
/// <param name="State">What was found.</param>
/// <param name="Found">What there is, such as a version.</param>
/// <param name="NeededFor">What it is needed for.</param>
/// <param name="Repairs">Commands that mend it, each for a shell; with several, the one for the own distribution.</param>
public sealed record PreflightCheck(
    string Group, string Name, CheckState State, string Found, string NeededFor, EquatableArray<string> Repairs);
