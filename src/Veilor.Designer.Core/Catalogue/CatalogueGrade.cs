namespace Veilor.Designer.Core.Catalogue;

/// <summary>How far a hardening setting goes.</summary>
public enum CatalogueGrade
{
    /// <summary>Right for every machine; costs next to nothing.</summary>
    Baseline,

    /// <summary>A cost or a loss that most people accept.</summary>
    Hardened,

    /// <summary>Breaks things that many people use.</summary>
    Paranoid,

    /// <summary>Outdated, without effect or harmful; here to be recognised.</summary>
    Avoid,

    /// <summary>Stops a bootc image from working.</summary>
    Never,
}
