using System.Text.RegularExpressions;
using Veilor.Designer.Core.Checking.BuilderConfig.Reading;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Rules;

/// <summary>
/// What the ISO types refuse, mostly because a kickstart of the user's own excludes what the builder would write.
/// Source: osbuild/blueprint customizations.go; osbuild/image-builder pkg/customizations/kickstart.
/// </summary>
internal static partial class InstallerRules
{
    private const string UsersModule = "org.fedoraproject.Anaconda.Modules.Users";

    /// <summary>In the order in which the builder notices them; their names come out sorted.</summary>
    private static readonly string[] NotForRoot = ["expiredate", "force_password_reset", "gid", "groups", "home", "shell", "uid"];

    /// <exception cref="ConfigErrorException">The table is there and its volume id is not usable, or not given at all.</exception>
    public static void CheckVolumeId(ConfigTable? customizations)
    {
        var iso = customizations.At("iso");
        var volumeId = customizations.TextAt("iso", "volume_id");
        if (iso is not null && !VolumeIdPattern().IsMatch(volumeId))
        {
            var at = customizations.At("iso", "volume_id") ?? iso;
            throw new ConfigErrorException($"invalid volume id {GoText.Quote(volumeId)}, may contain letters, numbers, -, and _ only", at.Line, at.Column);
        }
    }

    /// <exception cref="ConfigErrorException">Settings exclude each other.</exception>
    public static void Check(ConfigTable? customizations)
    {
        GroupRules.Check(customizations);
        var people = customizations.CountAt("user") + customizations.CountAt("group");
        var kickstart = customizations.At("installer", "kickstart");
        if (customizations.TextAt("installer", "kickstart", "contents").Length > 0)
        {
            Refuse(customizations.FlagAt("installer", "unattended"), "installer.unattended is not supported when adding custom kickstart contents", customizations.At("installer", "unattended"));
            Refuse(customizations.CountAt("installer", "sudo-nopasswd") > 0, "installer.sudo-nopasswd is not supported when adding custom kickstart contents", customizations.At("installer", "sudo-nopasswd"));
        }

        Refuse(
            people > 0 && customizations.TextsAt("installer", "modules", "disable").Any(m => (string)m.Value! == UsersModule),
            "blueprint contains user or group customizations but disables the required Users Anaconda module",
            customizations.At("installer", "modules", "disable"));

        if (kickstart is not null)
        {
            Refuse(customizations.FlagAt("installer", "unattended"), "kickstart unattended options are not compatible with user-supplied kickstart content", customizations.At("installer", "unattended"));
            Refuse(customizations.CountAt("installer", "sudo-nopasswd") > 0, "kickstart sudo nopasswd drop-in file creation is not compatible with user-supplied kickstart content", customizations.At("installer", "sudo-nopasswd"));
            Refuse(
                people + customizations.CountAt("sshkey") > 0,
                "kickstart users and/or groups are not compatible with user-supplied kickstart content",
                customizations.At("user") ?? customizations.At("group") ?? customizations.At("sshkey"));
        }

        CheckRoot(customizations);
    }

    private static void CheckRoot(ConfigTable? customizations)
    {
        foreach (var user in customizations.TablesAt("user").Where(u => u.TextAt("name") == "root"))
        {
            var set = NotForRoot.Where(option => user.At(option) is not null).ToList();
            Refuse(set.Count > 0, $"unsupported kickstart options for user \"root\": {string.Join(", ", set)}", set.Count > 0 ? user.At(set[0]) : null);
        }
    }

    private static void Refuse(bool applies, string message, ConfigEntry? at)
    {
        if (applies)
        {
            throw new ConfigErrorException(message, at?.Line ?? 0, at?.Column ?? 0);
        }
    }

    [GeneratedRegex(@"^[0-9A-Za-z_-]+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex VolumeIdPattern();
}
