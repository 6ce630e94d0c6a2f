namespace Veilor.Designer.Core.Catalogue;

/// <summary>How a setting of the catalogue can be used.</summary>
public enum CatalogueUse
{
    /// <summary>It can be switched on.</summary>
    Toggle,

    /// <summary>
    /// It can stop a boot. bootc does not define what happens when a machine takes an image's argument away, so it must
    /// not stand in kargs.d; each machine opts in for itself.
    /// </summary>
    OptIn,

    /// <summary>It must not be set; known so that it can be recognised.</summary>
    Absent,

    /// <summary>It needs a value of one's own.</summary>
    Pattern,

    /// <summary>It must not stand in the file that the image would put it in.</summary>
    Forbidden,
}
