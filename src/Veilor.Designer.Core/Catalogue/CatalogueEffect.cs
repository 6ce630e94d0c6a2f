namespace Veilor.Designer.Core.Catalogue;

/// <summary>What a setting does to a stock Fedora kernel (configurations of 6.17 for Fedora 42 and 6.18-rc3 for 44, x86_64).</summary>
public enum CatalogueEffect
{
    /// <summary>It changes something.</summary>
    Changes,

    /// <summary>It restates what is the default already.</summary>
    Default,

    /// <summary>It depends on the processor or on Secure Boot.</summary>
    Depends,

    /// <summary>The kernel ignores it.</summary>
    None,
}
