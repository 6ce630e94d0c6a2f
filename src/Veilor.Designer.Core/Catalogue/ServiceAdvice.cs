namespace Veilor.Designer.Core.Catalogue;

/// <summary>What is usually done with a unit on a hardened system.</summary>
public enum ServiceAdvice
{
    /// <summary>It depends on what the machine is for.</summary>
    Optional,

    Enable,

    Disable,

    Mask,
}
