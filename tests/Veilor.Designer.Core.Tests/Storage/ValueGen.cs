using CsCheck;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Tests.Text;
using Veilor.Designer.Core.Tests.Validation;
using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Tests.Storage;

using Architecture = Veilor.Designer.Core.Design.Architecture;

/// <summary>Random values of every type that a design holds, with a liking for what breaks quoting.</summary>
internal static class ValueGen
{
    private const string Lower = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const string Mixed = "abcXYZ019";

    public static Gen<ImageName> ImageName { get; } = Of<ImageName>(Word(Lower + "._-", 1, 20));

    public static Gen<VersionTag> Version { get; } = Of<VersionTag>(Word(Mixed + "._-", 1, 20));

    public static Gen<ImageReference> Reference { get; } = Gen.Select(
        Gen.OneOf("quay.io", "ghcr.io", "localhost", "registry.example.org:5000", "10.0.0.1"),
        Word(Lower, 1, 8), Word(Lower, 1, 8), Version,
        (registry, owner, name, tag) => ImageReference.Parse($"{registry}/{owner}/{name}:{tag}"));

    public static Gen<ImageReference> RegistryName { get; } = Reference.Select(reference => reference.WithTag(null));

    public static Gen<Sha256Digest> Digest { get; } = Word("0123456789abcdef", 64, 64).Select(TextValue.Parse<Sha256Digest>);

    public static Gen<Architecture> Architecture { get; } = Gen.OneOf(Core.Design.Architecture.X86_64, Core.Design.Architecture.Aarch64);

    public static Gen<PackageGroupId> GroupId { get; } = Of<PackageGroupId>(Word(Mixed + "._-", 1, 16));

    public static Gen<PackageSpec> Package { get; } = Of<PackageSpec>(Word(Mixed + "._+-~^:*?[]", 1, 16));

    public static Gen<HttpUrl> Url { get; } = Of<HttpUrl>(Word(Mixed + "-._~:/?#[]@!$&'()*+,;=%", 0, 24).Select(tail => "https://example.org/" + tail));

    public static Gen<CoprProject> Copr { get; } = Of<CoprProject>(Gen.Select(Word(Mixed + "._-@", 1, 8), Word(Mixed + "._-", 1, 8), (owner, project) => $"{owner}/{project}"));

    public static Gen<FlatpakId> Flatpak { get; } = Of<FlatpakId>(Gen.Select(Word("abXY_", 1, 6), Word("abXY_", 1, 6), Word(Mixed + "_-", 1, 8), (first, second, last) => $"{first}.{second}.{last}"));

    public static Gen<ModuleName> Module { get; } = Of<ModuleName>(Word(Mixed + "_-", 1, 16));

    public static Gen<AbsolutePath> Absolute { get; } = Of<AbsolutePath>(Word(Mixed + "/._-+@:,=%~", 1, 24).Select(text => "/" + text));

    public static Gen<RelativePath> Relative { get; } = Of<RelativePath>(Word(Mixed + "/._-+@:,=%~", 1, 24));

    public static Gen<KernelArgument> Argument { get; } = Of<KernelArgument>(Gen.OneOf(
        Word(Printable, 1, 16),
        Gen.Select(Word(Mixed + "_.-", 1, 8), Word(Printable, 0, 16), (key, value) => $"{key}={value}"),
        Gen.Select(Word(Mixed + "_.-", 1, 8), Word(Printable, 0, 16), (key, value) => $"{key}=\"{value} x\""),
        Gen.OneOf("lockdown=integrity", "init_on_free=1", "vsyscall=none", "console=ttyS0", "root=UUID=1", "mitigations=off", "iommu=pt")));

    public static Gen<SysctlSetting> Sysctl { get; } = Of<SysctlSetting>(Gen.OneOf(
        Gen.Select(Word("abc", 1, 4), Word(Mixed + "._-/*", 1, 12), Hostile.Text, (first, rest, value) => $"{first}.{rest} = {value}"),
        Gen.OneOf("kernel.modules_disabled = 1", "kernel.core_pattern = |/bin/false", "-net.ipv4.conf.*.rp_filter = 2", "-net.ipv4.ip_forward", "kernel.sysrq=0")));

    public static Gen<UnitName> Unit { get; } = Of<UnitName>(Gen.OneOf(
        Word(Mixed + ":-_.\\@", 1, 12).Select(text => text + ".service"),
        Gen.OneOf("sshd.service", "tuned.service", "auditd.service", "fstrim.timer", "getty@tty2.service", "graphical.target")));

    public static Gen<UnixName> UnixName { get; } = Of<UnixName>(Word(Lower + "_-", 1, 12));

    public static Gen<GpgKeys> Keys { get; } = Of<GpgKeys>(Gen.OneOf("https://example.org/key", "http://example.org/a https://example.org/b", "file:///etc/pki/rpm-gpg/a", "file:///etc/a https://example.org/$releasever"));

    public static Gen<CalendarDay> Day { get; } = Gen.Select(Gen.Int[1970, 9999], Gen.Int[2, 12], Gen.Int[1, 28]).Select(day => CalendarDay.Parse($"{day.Item1:D4}-{day.Item2:D2}-{day.Item3:D2}"));

    public static Gen<TimeServer> TimeServer { get; } = Of<TimeServer>(Gen.OneOf(Gen.OneOf("192.0.2.1", "2001:db8::1", "::ffff:192.0.2.1"), Word(Mixed + "-.", 1, 20)));

    public static Gen<Hostname> Host { get; } = Of<Hostname>(Word(Mixed + "-.", 1, 20));

    public static Gen<LocaleName> Locale { get; } = Gen.OneOf("en_US.UTF-8", "C.UTF-8", "ca_ES.UTF-8@valencia").Select(TextValue.Parse<LocaleName>);

    public static Gen<KeyboardLayout> Keyboard { get; } = Of<KeyboardLayout>(Word(Mixed + "._+-", 1, 10));

    public static Gen<TimeZoneName> Zone { get; } = Gen.OneOf("UTC", "Europe/London", "America/Argentina/Buenos_Aires", "Etc/GMT+5").Select(TextValue.Parse<TimeZoneName>);

    public static Gen<FirewallService> Firewall { get; } = Of<FirewallService>(Word(Mixed + "_-", 1, 12));

    public static Gen<LabelKey> Label { get; } = Of<LabelKey>(Word(Mixed + "._/-", 1, 16));

    public static Gen<FirewallZone> FirewallZone { get; } = Of<FirewallZone>(Word(Mixed + "_-", 1, 12));

    public static Gen<FirewallPort> Port { get; } = Gen.OneOf("22/tcp", "8080/tcp", "6000-6010/udp", "65535/sctp").Select(TextValue.Parse<FirewallPort>);

    public static Gen<DesktopLayout> Layout { get; } = Gen.OneOf("us", "de(nodeadkeys)", "us(dvorak-intl)", "fr(bepo)").Select(TextValue.Parse<DesktopLayout>);

    public static Gen<DiskName> Disk { get; } = Of<DiskName>(Word(Mixed + "._-/:", 1, 16));

    public static Gen<MountOptions> Options { get; } = Of<MountOptions>(Gen.OneOf(Gen.OneOf("noatime", "nodev,nosuid", "x-systemd.growfs", "compress=zstd:1,noexec"), Word(Mixed + "_.=:%/+-,", 1, 16)));

    public static Gen<ZramSize> Zram { get; } = Of<ZramSize>(Gen.OneOf("0", "ram", "ram / 2", "min(ram / 2, 4096)", "max(ram - 1024, 0.5 * ram)"));

    public static Gen<SecretId> SecretId { get; } = Of<SecretId>(Word(Mixed + "._-", 1, 16));

    public static Gen<SecretSource> SecretSource { get; } = Of<SecretSource>(Gen.OneOf(
        Word("ABCXYZ_0123", 1, 12), Word(Mixed + "/._-+@:=%~ '\"$&;", 1, 24).Select(text => "/" + text), Gen.OneOf("GITHUB_TOKEN", "TAG", "/home/me/key")));

    public static Gen<SecretStep> SecretStep { get; } = Of<SecretStep>(Gen.OneOf(Gen.OneOf("packages", "scripts"), Word(Mixed + "/._-+@:,=%~", 1, 24).Select(text => "scripts/" + text)));

    public static Gen<SecretPlace> SecretPlace { get; } = Of<SecretPlace>(Word(Mixed + "/._-+@:=%~", 1, 24).Select(text => "/" + text));

    public static Gen<VolumeName> Volume { get; } = Of<VolumeName>(Word(Mixed + "._-", 1, 12));

    public static Gen<MountPoint> Mount { get; } = Of<MountPoint>(Gen.OneOf(
        Gen.OneOf("/", "/home", "/var", "/boot", "/boot/efi", "/usr", "/var/home"),
        Word(Mixed + "/._+-", 1, 12).Select(text => "/" + text)));

    public static Gen<ByteSize> Size { get; } = Gen.OneOf(
        Gen.Long[0, 1L << 44].Select(ByteSize.FromBytes),
        Gen.Long[0, 1L << 20].Select(ByteSize.FromMebibytes));

    public static Gen<PosixMode> Mode { get; } = Word("01234567", 3, 3).Select(text => PosixMode.Parse("0" + text));

    public static Gen<PasswordHash> Hash { get; } = Word("./09azAZ", 1, 16).Select(salt =>
        PasswordHash.Parse(Designs.Hash.Replace("saltsalt", salt, StringComparison.Ordinal)));

    public static Gen<SshPublicKey> SshKey { get; } = Gen.Select(Gen.Byte, Line, (seed, comment) =>
        SshPublicKey.TryParse($"{Designs.Key(seed).ToString().Split(' ')[0]} {Designs.Key(seed).ToString().Split(' ')[1]} {comment}", out var key, out _)
            ? key
            : Designs.Key(seed));

    /// <summary>One line of free text: everything that a field accepts, hostile fragments first.</summary>
    public static Gen<string> Line => Hostile.Text.Select(text => Accepted(text, Codecs.Line));

    /// <summary>Several lines of free text.</summary>
    public static Gen<string> Lines => Hostile.Text.Select(text => Accepted(text, Codecs.Lines));

    private static string Printable => new([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code)]);

    public static Gen<T?> Maybe<T>(Gen<T> gen) where T : class => Gen.OneOf(Gen.Const<T?>((T?)null), gen.Select(value => (T?)value));

    /// <summary>Up to <paramref name="maximum"/> values, each once.</summary>
    public static Gen<EquatableArray<T>> List<T>(Gen<T> gen, int maximum) => gen.Array[0, maximum].Select(items => items.Distinct().ToEquatableArray());

    /// <summary>Up to <paramref name="maximum"/> rows with different keys.</summary>
    public static Gen<EquatableArray<T>> Rows<T>(Gen<T> gen, RecordField<T> field, int maximum) where T : class =>
        gen.Array[0, maximum].Select(items => items.DistinctBy(field.KeyOf, StringComparer.Ordinal).ToEquatableArray());

    public static Gen<string> Word(string characters, int minimum, int maximum) =>
        Gen.Int[0, characters.Length - 1].Array[minimum, maximum].Select(indexes => string.Concat(indexes.Select(index => characters[index])));

    private static Gen<T> Of<T>(Gen<string> text) where T : ITextValue<T> =>
        text.Where(each => T.TryParse(each, out _, out _)).Select(TextValue.Parse<T>);

    /// <summary>The text without what the field refuses.</summary>
    private static string Accepted(string text, ValueCodec<string> codec)
    {
        var kept = string.Concat(text.EnumerateRunes().Where(rune => rune.Value != 0xFFFD && codec.TryParse($"a{rune}a", out _, out _)).Select(rune => rune.ToString()));
        return codec.TryParse(kept, out var value, out var error) ? value : throw new InvalidOperationException(error);
    }
}
