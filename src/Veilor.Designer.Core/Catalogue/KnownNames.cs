using System.Collections.Frozen;

namespace Veilor.Designer.Core.Catalogue;

/// <summary>
/// Names of units, firewall services, zones, languages and keyboards that the real tools look up. They are in
/// <c>names.tsv</c>, each list with the project and release that it was read from.
/// </summary>
public static class KnownNames
{
    private const string UnitKeys = "unit-key-";

    private const string QuadletKeys = "quadlet-key-";

    private static readonly Lazy<Dictionary<string, string[]>> Lists = new(() => CatalogueTable.Read("names.tsv").Rows
        .ToDictionary(row => row["list"], row => row["names"].Split(' '), StringComparer.Ordinal));

    private static readonly Lazy<NameList> LazyTargets = new(() => List("target"));
    private static readonly Lazy<NameList> LazyUnits = new(() => new NameList(Lists.Value["unit"], Lists.Value["target"]));
    private static readonly Lazy<NameList> LazySshdKeywords = new(() => List("sshd-keyword"));
    private static readonly Lazy<NameList> LazySysctlKeys = new(() => List("sysctl-key"));
    private static readonly Lazy<NameList> LazyJournaldKeys = new(() => List("journald-key"));
    private static readonly Lazy<NameList> LazyChronyDirectives = new(() => List("chrony-directive"));
    private static readonly Lazy<NameList> LazyLogindKeys = new(() => List("logind-key"));
    private static readonly Lazy<FrozenDictionary<string, NameList>> LazyUnitKeys = new(() => Lists.Value.Keys
        .Where(list => list.StartsWith(UnitKeys, StringComparison.Ordinal))
        .ToFrozenDictionary(list => list[UnitKeys.Length..], List, StringComparer.Ordinal));
    private static readonly Lazy<FrozenDictionary<string, NameList>> LazyQuadletKeys = new(() => Lists.Value.Keys
        .Where(list => list.StartsWith(QuadletKeys, StringComparison.Ordinal))
        .ToFrozenDictionary(list => list[QuadletKeys.Length..], List, StringComparer.Ordinal));
    private static readonly Lazy<NameList> LazyServices = new(() => List("firewall-service"));
    private static readonly Lazy<NameList> LazyZones = new(() => List("firewall-zone"));
    private static readonly Lazy<NameList> LazyTimeZones = new(() => new NameList(Lists.Value["time-zone"], Lists.Value["time-zone-link"]));
    private static readonly Lazy<NameList> LazyLocales = new(() => List("locale"));
    private static readonly Lazy<NameList> LazyLayouts = new(() => List("desktop-layout"));

    /// <summary>Fedora makes a console keymap of each desktop layout, named <c>de-nodeadkeys</c> (kbd's spec file, xkb folder).</summary>
    private static readonly Lazy<NameList> LazyKeymaps = new(() => new NameList(
        [.. Lists.Value["keymap"].Concat(DesktopLayouts.Offered.Where(layout => !layout.EndsWith(')'))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        DesktopLayouts.Offered.Select(layout => layout.TrimEnd(')').Replace('(', '-'))));

    /// <summary>Targets that systemd itself brings.</summary>
    public static NameList Targets => LazyTargets.Value;

    /// <summary>Units that every base has with systemd, its targets among them. A template stands for its instances.</summary>
    public static NameList Units => LazyUnits.Value;

    /// <summary>Keywords of sshd's configuration, in small letters; those that are only taken with a warning are among them.</summary>
    public static NameList SshdKeywords => LazySshdKeywords.Value;

    /// <summary>Paths below /proc/sys; a star stands for the name of an interface.</summary>
    public static NameList SysctlKeys => LazySysctlKeys.Value;

    /// <summary>Keys of journald.conf.</summary>
    public static NameList JournaldKeys => LazyJournaldKeys.Value;

    /// <summary>Directives of chrony.conf, in small letters; chronyd reads them without regard to case.</summary>
    public static NameList ChronyDirectives => LazyChronyDirectives.Value;

    /// <summary>Keys of logind.conf.</summary>
    public static NameList LogindKeys => LazyLogindKeys.Value;

    /// <summary>Keys of a section of systemd's units, such as Service; null for a section that is not known.</summary>
    public static NameList? KeysOfUnits(string section) => LazyUnitKeys.Value.GetValueOrDefault(section);

    /// <summary>Keys of a section of podman's quadlets, such as Container; null for a section that is none of podman's.</summary>
    public static NameList? KeysOfQuadlets(string section) => LazyQuadletKeys.Value.GetValueOrDefault(section);

    /// <summary>Services that firewalld itself brings.</summary>
    public static NameList FirewallServices => LazyServices.Value;

    /// <summary>Zones that firewalld, Fedora's editions, libvirt, docker and NetworkManager bring.</summary>
    public static NameList FirewallZones => LazyZones.Value;

    /// <summary>Time zones, with the links that old settings use.</summary>
    public static NameList TimeZones => LazyTimeZones.Value;

    /// <summary>UTF-8 locales.</summary>
    public static NameList Locales => LazyLocales.Value;

    /// <summary>Console keymaps.</summary>
    public static NameList Keymaps => LazyKeymaps.Value;

    /// <summary>Layouts of graphical desktops, with their variants.</summary>
    public static NameList DesktopLayouts => LazyLayouts.Value;

    private static NameList List(string name) => new(Lists.Value[name], []);
}
