using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Veilor.Designer.Core.Comparing;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Validation;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Tests.Validation;

/// <summary>Texts of 100 kB that backtracking patterns take seconds, hours or for ever to refuse. A check must come to its end, and no clock may end it.</summary>
public sealed class HostileTextTests
{
    private const int Length = 100_000;

    /// <summary>Awkward signs, and beginnings of what rules look for, without their ends.</summary>
    private static readonly string[] Units =
    [
        " ", "\\\n", "\"", "'", "\"\\", "((", "{ ", "$(", "<<- \"", ">", "| ", "=", "--a ", "# \n", "! ", "//", "0", "a", "\u202e", "😀", "\0",
        "dnf --a ", "sed -i ", "tee /etc/hosts.", "s!enabled", "enabled = ", "password", "rootpw ", "curl -u ", "-----BEGIN A", "fedora ", "Cmnd_Alias A=", "[Service]\nA=\\\n", "systemctl enable ",
    ];

    private static readonly string[] Prefixes = ["RUN ", "RUN cat <<EOF ", "RUN dnf install ", "HEALTHCHECK --interval=", "COPY --chmod=", "LABEL a="];

    private static readonly string[] Files =
    [
        "overlay/etc/sudoers.d/own", "overlay/etc/sysctl.d/60-own.conf", "overlay/usr/lib/systemd/system/own.service", "overlay/usr/lib/systemd/system/own.timer", "overlay/etc/modprobe.d/own.conf", "overlay/etc/dracut.conf.d/own.conf",
        "overlay/etc/ssh/sshd_config.d/10-own.conf", "overlay/etc/containers/policy.json", "overlay/usr/lib/bootc/kargs.d/10-own.toml", "overlay/etc/containers/systemd/own.container", "overlay/etc/selinux/config", "overlay/etc/systemd/journald.conf",
        "overlay/usr/lib/ostree/prepare-root.conf", "overlay/usr/lib/sysusers.d/own.conf", "overlay/usr/lib/tmpfiles.d/own.conf", "overlay/etc/usbguard/rules.conf", "overlay/usr/libexec/own/run",
    ];

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, Units.Length)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void Every_rule_comes_to_its_end(int index)
    {
        var text = Repeated(Units[index]);
        var typed = text.Replace('\0', ' ');
        var design = ContentFields.BeforePackages.Set(ContentFields.AfterPackages.Set(DeliveryFields.ExtraKickstart.Set(Designs.Sound.Run("own.sh"), typed), string.Join('\n', Prefixes.Select(prefix => prefix + typed[..(Length / Prefixes.Length)]))), "RUN " + typed.Replace('\n', ' '));
        var content = Designs.Texts([.. Files.Append("scripts/own.sh").Select(path => (path, text))]);

        var input = RuleInput.Of(design, content);

        Assert.All(DesignRules.All, rule => Assert.DoesNotContain(rule.Check(input), each => each.Message.Length == 0));
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Every_search_for_secrets_comes_to_its_end(int index)
    {
        var text = Repeated(Units[index]);

        Assert.All(new[] { text, "!" + text + "\n", text.Replace('\n', ' ') + '!' }, each => Assert.True(SecretText.Redact(each).Length <= each.Length && (SecretText.IsInLine(each) || !SecretText.IsIn(each))));
    }

    [Fact]
    public void No_clock_ends_a_search()
    {
        const BindingFlags Any = BindingFlags.Static | BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly;
        var patterns = typeof(DesignRules).Assembly.GetTypes().SelectMany(type => type.GetMembers(Any)).Select(member => (Member: member, Pattern: member.GetCustomAttribute<GeneratedRegexAttribute>())).Where(each => each.Pattern is not null).ToList();

        Assert.True(patterns.Count > 50, "The patterns are not found.");
        Assert.All(patterns, each => Assert.True(each.Pattern!.MatchTimeoutMilliseconds < 0, $"{each.Member.DeclaringType}.{each.Member.Name} gives up after {each.Pattern.MatchTimeoutMilliseconds} ms, which a busy machine needs for nothing"));
    }

    private static string Repeated(string unit) =>
        new StringBuilder(Length + unit.Length).Insert(0, unit, (Length / unit.Length) + 1).ToString();
}
