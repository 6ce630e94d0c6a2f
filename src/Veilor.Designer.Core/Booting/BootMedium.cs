namespace Veilor.Designer.Core.Booting;

/// <summary>What a virtual machine boots from.</summary>
public enum BootMedium
{
    Disk,
    Iso,
}
