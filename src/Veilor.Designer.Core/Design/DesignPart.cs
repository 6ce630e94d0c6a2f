namespace Veilor.Designer.Core.Design;

/// <summary>A section record of <see cref="ImageDesign"/>, by the name of its property.</summary>
internal enum DesignPart
{
    Image,
    Packages,
    Kernel,
    Services,
    Users,
    System,
    Storage,
    Branding,
    Overlay,
    Scripts,
    Installer,
    Outputs,
    Publish,
    Workflow,
    Extra,
}
