namespace Veilor.Designer.Core.Gate;

/// <summary>What the decision gate says of a design.</summary>
public enum GateVerdict
{
    /// <summary>Neither all criteria are met nor has anything been decided.</summary>
    Open,

    /// <summary>All seven criteria are met: ship the bootc image alone.</summary>
    Pass,

    /// <summary>A risk that decides is unfixable: keep the installer that there is.</summary>
    Fail,

    /// <summary>A person has decided to ship both, and both artefacts are kept.</summary>
    Hybrid,
}
