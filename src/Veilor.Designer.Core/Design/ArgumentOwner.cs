namespace Veilor.Designer.Core.Design;

/// <summary>Who writes a kernel argument. Each argument has one owner; two would hide who may take it back.</summary>
public enum ArgumentOwner
{
    /// <summary>The image, in kargs.d: an update of the image can add and withdraw it.</summary>
    Image,

    /// <summary>The installer: it stays on the machine until a person removes it.</summary>
    Installer,
}
