using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Components.Fields;

/// <summary>What undo calls the edits of a form: the words after "Undo".</summary>
public static class EditLabels
{
    private static readonly Dictionary<string, string> ItemNouns = new(StringComparer.Ordinal)
    {
        [ImageFields.Architectures.Path.Value] = "architecture",
        [ImageFields.Uses.Path.Value] = "use",
        [PackagesFields.Environments.Path.Value] = "environment",
        [PackagesFields.Groups.Path.Value] = "group",
        [PackagesFields.Install.Path.Value] = "package",
        [PackagesFields.Remove.Path.Value] = "removed package",
        [PackagesFields.Exclude.Path.Value] = "excluded package",
        [PackagesFields.Copr.Path.Value] = "COPR project",
        [KernelFields.Sysctls.Path.Value] = "sysctl setting",
        [KernelFields.BlockedModules.Path.Value] = "blocked module",
        [ServicesFields.Enable.Path.Value] = "enabled unit",
        [ServicesFields.Disable.Path.Value] = "disabled unit",
        [ServicesFields.Mask.Path.Value] = "masked unit",
        [SystemFields.NtpServers.Path.Value] = "time server",
        [SystemFields.FirewallPorts.Path.Value] = "open port",
        [SystemFields.DesktopLayouts.Path.Value] = "desktop keyboard",
        [ServicesFields.SshGroups.Path.Value] = "SSH group",
        [PackagesFields.Flatpaks.Path.Value] = "Flatpak",
        [SystemFields.FirewallServices.Path.Value] = "open service",
        [ContentFields.Exclude.Path.Value] = "left-out file",
        [ContentFields.ScriptsBeforePackages.Path.Value] = "early script",
        [ContentFields.RunScripts.Path.Value] = "script",
        [ContentFields.FirstBootScripts.Path.Value] = "first boot script",
        [DeliveryFields.ExtraTags.Path.Value] = "further tag",
        [DeliveryFields.EnabledModules.Path.Value] = "part of the installer",
        [DeliveryFields.DisabledModules.Path.Value] = "left-out part of the installer",
        [PackagesFields.Kernel.Path.Value] = "kernel package",
        [DeliveryFields.ImageTypes.Path.Value] = "image type",
        [DeliveryFields.Acknowledged.Path.Value] = "accepted warning",
    };

    /// <summary>What one item of a list is called: <c>package</c>.</summary>
    public static string ItemNoun(DesignField field) => ItemNouns.GetValueOrDefault(field.Path.Value) ?? LowerFirst(field.Label);

    public static string Set(string label) => $"set {LowerFirst(label)}";

    public static string Clear(string label) => $"clear {LowerFirst(label)}";

    public static string Switch(string label, bool isOn) => isOn ? $"switch on “{label}”" : $"switch off “{label}”";

    public static string Add(string noun, string item) => $"add {noun} {item}";

    public static string Remove(string noun, string item) => $"remove {noun} {item}";

    public static string Move(string noun, string item, int by) => $"move {noun} {item} {(by < 0 ? "up" : "down")}";

    /// <summary>Where a moved item is now: <c>partition boot is now 2 of 3</c>.</summary>
    /// <param name="noun">What it is.</param>
    /// <param name="item">Its name.</param>
    /// <param name="index">Its place, counted from 0.</param>
    /// <param name="count">How many there are.</param>
    public static string Place(string noun, string item, int index, int count) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{noun} {item} is now {index + 1} of {count}");

    /// <summary>A cell of a row: <c>set size of partition boot</c>.</summary>
    public static string SetCell(string label, string noun, string item) => $"set {LowerFirst(label)} of {noun} {item}";

    /// <summary>A fix, as its title says it: <c>remove the argument</c>.</summary>
    public static string Fix(string title) => LowerFirst(title);

    /// <summary>The text with a small first letter, unless it starts with an abbreviation.</summary>
    public static string LowerFirst(string text) =>
        text.Length > 1 && char.IsUpper(text[0]) && !char.IsUpper(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
}
