using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Design;

/// <summary>Conclusions from a design that several generators and rules draw.</summary>
public static class DesignFacts
{
    private static readonly UnixName Wheel = UnixName.Parse("wheel");

    private static readonly UnitName Tuned = UnitName.Parse("tuned.service");

    /// <summary>True when machines with the image are for this.</summary>
    public static bool IsFor(this ImageDesign design, MachineUse use) => design.Image.Uses.IndexOf(use) >= 0;

    /// <summary>True when the installer follows a kickstart that the person wrote, so that nothing else of the design answers it.</summary>
    public static bool HasOwnKickstart(this ImageDesign design) => design.Installer.OwnKickstart.Length > 0;

    /// <summary>True when an installer ISO is among the image types.</summary>
    public static bool MakesIso(this ImageDesign design) => design.Outputs.ImageTypes.FindIndex(IsIso) >= 0;

    /// <summary>True when a disk image is among the image types.</summary>
    public static bool MakesDisk(this ImageDesign design) => design.Outputs.ImageTypes.FindIndex(IsDisk) >= 0;

    /// <summary>True when a builder makes users and groups itself, with useradd and groupadd: on disks and in images for the network. An ISO leaves it to the installer.</summary>
    public static bool LetsBuilderMakeUsers(this ImageDesign design) => design.Outputs.ImageTypes.FindIndex(type => type.IsDisk() || type == ImageType.PxeTarXz) >= 0;

    /// <summary>True when tuned is enabled, which decides where sysctl settings must go.</summary>
    public static bool UsesTuned(this ImageDesign design) => design.Services.Enable.IndexOf(Tuned) >= 0;

    /// <summary>True when the base's initramfs does not fit any more: its content was changed, or the disk needs what it lacks.</summary>
    public static bool NeedsInitramfs(this ImageDesign design) =>
        design.Branding.PlymouthTheme is not null || design.Storage.HasEncryption || !design.Kernel.BlockedModules.IsEmpty || !design.Packages.Kernel.IsEmpty;

    /// <summary>What an installation erases, as a clause.</summary>
    public static string Erases(this StorageSection storage) => (storage.Wipe, storage.TargetDisk) switch
    {
        (WipePolicy.All, { } disk) => $"everything on {disk} is erased",
        (WipePolicy.All, null) => "everything on every disk is erased",
        (WipePolicy.Linux, _) => "Linux partitions are erased",
        _ => "nothing is erased",
    };

    /// <summary>The base as FROM names it: by digest when there is one, else by tag.</summary>
    public static ImageReference BaseReference(this ImageDesign design) =>
        design.Image.Digest is null ? design.Image.Base : design.Image.Base.WithDigest(design.Image.Digest);

    /// <summary>The name the image has after a build on this machine, which is also the one that upgrades come from.</summary>
    public static ImageReference BuiltReference(this ImageDesign design) =>
        design.Publish.Repository is { } repository
            ? repository.WithTag(design.Publish.Tag.ToString())
            : ImageReference.Parse($"localhost/{design.Image.Name}:{design.Image.Version}");

    /// <summary>The title, or the name when there is none.</summary>
    public static string DisplayTitle(this ImageDesign design) =>
        design.Image.Title.Length > 0 ? design.Image.Title : design.Image.Name.ToString();

    /// <summary>True for a type that is an installer of this image, which follows the kickstart.</summary>
    public static bool IsIso(this ImageType type) => type is ImageType.AnacondaIso or ImageType.BootcInstaller;

    /// <summary>True for a type whose result is started from an ISO file, whoever laid it out.</summary>
    public static bool StartsFromIso(this ImageType type) => type.IsIso() || type == ImageType.BootcGenericIso;

    /// <summary>True for a type that is a disk with the system on it.</summary>
    public static bool IsDisk(this ImageType type) => !type.StartsFromIso() && type != ImageType.PxeTarXz;

    /// <summary>True for a type that bootc-image-builder does not know (image-builder, imagetypes.yaml).</summary>
    public static bool NeedsImageBuilder(this ImageType type) => type is ImageType.Oci or ImageType.BootcGenericIso;

    /// <summary>The container that the builder is pointed at for the type when it is not the image itself.</summary>
    public static ImageReference? InstallerOf(this ImageDesign design, ImageType type) =>
        type is ImageType.BootcInstaller or ImageType.BootcGenericIso ? design.Outputs.InstallerImage : null;

    /// <summary>The design without any password hash, for a bundle that others will see.</summary>
    public static ImageDesign WithoutPasswords(this ImageDesign design) => design with
    {
        Users = design.Users with
        {
            Accounts = design.Users.Accounts.Select(account => account with { Password = null }).ToEquatableArray(),
        },
    };

    /// <summary>True when some user can log in and may use sudo.</summary>
    public static bool HasAdministrator(this ImageDesign design) =>
        design.Users.Accounts.Any(account => account.IsAdministrator());

    /// <summary>True for a member of wheel who can log in.</summary>
    public static bool IsAdministrator(this UserAccount account) =>
        account is { HasCredential: true, RefusesLogin: false } && account.Groups.IndexOf(Wheel) >= 0;

    /// <summary>Why no installer and no builder makes this account: what it lacks to log in with, as a clause.</summary>
    public static string WhyNotMade(this UserAccount account) =>
        account.Password is null ? "no password and no key yet" : "its password is locked and there is no key yet";

    /// <summary>True when some user can log in.</summary>
    public static bool HasCredential(this ImageDesign design)
    {
        foreach (var account in design.Users.Accounts)
        {
            if (account.HasCredential)
            {
                return true;
            }
        }

        return false;
    }
}
