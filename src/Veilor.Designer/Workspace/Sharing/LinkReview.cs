using System.Globalization;
using Veilor.Designer.Core.Design;

namespace Veilor.Designer.Workspace.Sharing;

/// <summary>
/// What a person should know before they take a design from somebody else: what would run as root in their build, and
/// who could log in to their machines.
/// </summary>
public static class LinkReview
{
    /// <summary>A sentence for each thing; the first says what the image is built on.</summary>
    public static IReadOnlyList<string> Of(ImageDesign design)
    {
        var lines = new List<string> { $"It is built on {design.BaseReference()}: {string.Join(", ", DesignSummary.Tags(design))}." };
        foreach (var account in design.Users.Accounts.Where(account => !account.SshKeys.IsEmpty))
        {
            lines.Add($"{account.Name} can log in with {Count(account.SshKeys.Count, "SSH key", "SSH keys")} of whoever made the link.");
        }

        Add("Containerfile lines of its own, run in the build", CountLines(design.Extra.BeforePackages) + CountLines(design.Extra.AfterPackages) + CountLines(design.Extra.BeforeLint));
        Add("Kickstart lines of its own, run in the installer", CountLines(design.Installer.ExtraKickstart) + CountLines(design.Installer.OwnKickstart));
        Add("Further repositories that bring packages", design.Packages.Repositories.Count + design.Packages.Copr.Count);
        Add("Programs downloaded from the web, with a checksum", design.Packages.Downloads.Count);
        Add("Scripts run in the build", design.Scripts.BeforePackages.Count + design.Scripts.Run.Count);
        Add("Scripts run on each machine", design.Scripts.FirstBoot.Count);
        return lines;

        void Add(string what, int count)
        {
            if (count > 0)
            {
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{what}: {count}."));
            }
        }
    }

    private static int CountLines(string text) => text.Split('\n').Count(line => line.Trim() is { Length: > 0 } and not ['#', ..]);

    private static string Count(int count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
