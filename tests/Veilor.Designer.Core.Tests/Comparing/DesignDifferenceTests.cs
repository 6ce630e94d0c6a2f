using CsCheck;
using Veilor.Designer.Core.Comparing;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Tests.Storage;
using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Tests.Comparing;

public sealed class DesignDifferenceTests
{
    private static readonly ImageDesign Base = new()
    {
        Packages = new PackagesSection { Install = [PackageSpec.Parse("git"), PackageSpec.Parse("man-db")] },
        Kernel = new KernelSection { Arguments = [Argument("quiet"), Argument("console=ttyS0"), Argument("console=tty0")] },
        Storage = new StorageSection
        {
            Partitions = [new Partition { Name = VolumeName.Parse("boot"), MountPoint = MountPoint.Parse("/boot"), Size = ByteSize.Parse("1 GiB") }],
        },
        Users = new UsersSection { Accounts = [Admin] },
        Scripts = new ScriptsSection { Run = [RelativePath.Parse("10-a.sh"), RelativePath.Parse("20-b.sh")] },
    };

    private static UserAccount Admin => new() { Name = UnixName.Parse("admin"), Groups = [UnixName.Parse("wheel")] };

    [Fact]
    public void A_review_reads_like_a_sentence()
    {
        var after = KernelFields.Arguments.Put(Base, Argument("init_on_free=1"));
        after = PackagesFields.Install.Remove(after, PackageSpec.Parse("man-db"));
        after = StorageFields.Partitions.Put(after, after.Storage.Partitions[0] with { Size = ByteSize.Parse("2 GiB") });
        after = UsersFields.Accounts.Put(after, Admin with { Groups = [UnixName.Parse("wheel"), UnixName.Parse("libvirt")] });

        Assert.Equal(
            ["− man-db", "+ init_on_free=1", "user admin gains group libvirt", "/boot: size 1 GiB → 2 GiB"],
            DesignDifference.Between(Base, after).Select(change => change.ToString()));
    }

    public static TheoryData<string, Func<ImageDesign, ImageDesign>, string> Sentences => new()
    {
        { "a value is set", design => SystemFields.Hostname.Set(design, Hostname.Parse("box")), "Host name: box" },
        { "a value changes", design => ImageFields.Version.Set(design, VersionTag.Parse("0.2.0")), "Version: 0.1.0 → 0.2.0" },
        { "a digest is pinned", design => ImageFields.Digest.Set(design, Sha256Digest.Parse(new string('a', 64))), "Base digest: sha256:" + new string('a', 64) },
        { "a value is cleared", design => SystemFields.Locale.Set(design, null), "Language is no longer set; it was en_US.UTF-8" },
        { "a switch is turned", design => UsersFields.LockRoot.Set(design, !design.Users.LockRoot), "Lock root: on → off" },
        { "a choice changes", design => StorageFields.Wipe.Set(design, WipePolicy.Linux), "Erase: everything on the disk → Linux partitions only" },
        { "a script moves", design => ContentFields.RunScripts.Set(design, [design.Scripts.Run[1], design.Scripts.Run[0]]), "20-b.sh moves to the start" },
        { "a console moves", design => KernelFields.Arguments.Move(design, "quiet", 2), "quiet moves after console=tty0" },
        { "packages are sorted", design => PackagesFields.Install.Set(design, [design.Packages.Install[1], design.Packages.Install[0]]), "listed in another order, which means nothing" },
        { "lines are written", design => DeliveryFields.ExtraKickstart.Set(design, "eula --agreed\nskipx"), "Own kickstart lines: 2 lines added" },
        { "a user comes", design => UsersFields.Accounts.Put(design, new UserAccount { Name = UnixName.Parse("bob"), Groups = [UnixName.Parse("wheel")] }), "+ user bob (groups wheel)" },
        { "a user goes", design => UsersFields.Accounts.Remove(design, "admin"), "− user admin" },
        { "an owner changes", design => KernelFields.Arguments.Put(design, Argument("quiet") with { Owner = ArgumentOwner.Installer }), "quiet: owner image (kargs.d) → installer (stays on the machine)" },
        { "a script comes first", design => ContentFields.RunScripts.Set(design, [RelativePath.Parse("05-early.sh"), .. design.Scripts.Run]), "+ 05-early.sh, at the start" },
        { "a script comes between", design => ContentFields.RunScripts.Set(design, [design.Scripts.Run[0], RelativePath.Parse("15-m.sh"), design.Scripts.Run[1]]), "+ 15-m.sh, after 10-a.sh" },
        { "a script comes last", design => ContentFields.RunScripts.Set(design, [.. design.Scripts.Run, RelativePath.Parse("90-z.sh")]), "+ 90-z.sh" },
        { "an argument comes first", design => KernelFields.Arguments.Set(design, [Argument("slab_nomerge"), .. design.Kernel.Arguments]), "+ slab_nomerge, at the start" },
        { "a time limit changes", design => DeliveryFields.TimeoutMinutes.Set(design, design.Workflow.TimeoutMinutes + 1), $"Time limit in minutes: {new WorkflowSection().TimeoutMinutes} → {new WorkflowSection().TimeoutMinutes + 1}" },
        { "a password is set", design => UsersFields.Accounts.Put(design, Admin with { Password = Hash('a') }), "user admin gains a password" },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Each_kind_of_change_has_its_words(string what, Func<ImageDesign, ImageDesign> edit, string expected)
    {
        var change = Assert.Single(DesignDifference.Between(Base, edit(Base)));
        Assert.True(string.Equals(expected, change.ToString(), StringComparison.Ordinal), $"{what}: {change}");
    }

    [Fact]
    public void An_argument_of_one_architecture_says_so_when_it_goes_too()
    {
        var design = KernelFields.Arguments.Put(Base, Argument("vsyscall=none") with { Architecture = Design.Architecture.X86_64 });
        Assert.Equal("− vsyscall=none (architecture x86_64)", Assert.Single(DesignDifference.Between(design, Base)).ToString());
        Assert.Equal("+ vsyscall=none (architecture x86_64)", Assert.Single(DesignDifference.Between(Base, design)).ToString());
    }

    [Fact]
    public void Mount_options_that_go_are_told_of_as_many()
    {
        var before = StorageFields.Partitions.Put(Base, Base.Storage.Partitions[0] with { MountOptions = MountOptions.Parse("nodev") });
        Assert.Equal("/boot: mount options are no longer set; they were nodev", Assert.Single(DesignDifference.Between(before, Base)).ToString());
    }

    [Fact]
    public void A_script_with_another_content_and_another_mode_says_both()
    {
        static DesignContent Of(string text, bool isExecutable) =>
            new([new ContentFile("scripts/a.sh", isExecutable, text.Length, () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)))]);
        Assert.Equal("file scripts/a.sh has another content and is no longer executable", Assert.Single(DesignDifference.Between(Of("a", true), Of("bb", false))).Text);
    }

    [Fact]
    public void Another_password_is_told_without_showing_it()
    {
        var before = UsersFields.Accounts.Put(Base, Admin with { Password = Hash('a') });
        var after = UsersFields.Accounts.Put(Base, Admin with { Password = Hash('b') });
        Assert.Equal("user admin has another password", Assert.Single(DesignDifference.Between(before, after)).Text);
        Assert.Equal("user admin loses the password", Assert.Single(DesignDifference.Between(before, Base)).Text);
    }

    [Fact]
    public void There_is_no_difference_exactly_when_designs_are_equal() =>
        Gen.Select(DesignGen.Any, DesignGen.Any, Gen.Int[0, 15]).Sample(
            (left, right, section) =>
            {
                Assert.Empty(DesignDifference.Between(left, left));
                var mixed = Mix(left, right, section);
                Assert.Equal(left == mixed, DesignDifference.Between(left, mixed).IsEmpty);
            },
            iter: Repetitions.Of(150));

    [Fact]
    public void Every_field_that_differs_is_named_and_no_other() =>
        Gen.Select(DesignGen.Any, DesignGen.Any).Sample(
            (left, right) =>
            {
                var named = DesignDifference.Between(left, right).Select(change => DesignFields.Find(change.Path)!.Path).ToHashSet();
                var different = DesignFields.All.Where(field => !field.IsSame(left, right)).Select(field => field.Path).ToHashSet();
                Assert.Equal(different, named);
            },
            iter: Repetitions.Of(150));

    [Fact]
    public void No_change_shows_a_password_hash() =>
        Gen.Select(DesignGen.Any, DesignGen.Any).Sample(
            (left, right) =>
            {
                var loud = ImageFields.Description.Set(right, "see " + Hash('c'));
                Assert.All(DesignDifference.Between(left, loud), change => Assert.DoesNotContain("$6$", change.Text, StringComparison.Ordinal));
            },
            iter: Repetitions.Of(100));

    [Fact]
    public void Files_are_compared_by_path_bytes_and_mode()
    {
        var before = new DesignContent([File("overlay/etc/motd", "a"), File("overlay/etc/old", "a"), File("scripts/run.sh", "a")]);
        var after = new DesignContent([File("overlay/etc/motd", "b"), File("overlay/etc/new", "a"), File("scripts/run.sh", "a", isExecutable: true)]);
        Assert.Equal(
            ["− file overlay/etc/old", "file overlay/etc/motd has another content", "+ file overlay/etc/new", "file scripts/run.sh becomes executable"],
            DesignDifference.Between(before, after).Select(change => change.ToString()));
        Assert.Empty(DesignDifference.Between(before, new DesignContent([File("overlay/etc/motd", "a"), File("overlay/etc/old", "a"), File("scripts/run.sh", "a")])));
    }

    [Fact]
    public void The_fewest_moves_explain_an_order() =>
        Gen.Shuffle(Enumerable.Range(0, 8).ToArray()).Sample(
            order =>
            {
                var before = Enumerable.Range(0, 8).Select(i => $"{i}").ToList();
                var after = order.Select(i => $"{i}").ToList();
                var moved = ItemDifference.Between(before, after).Moved.ToHashSet();
                var steady = order.Where((_, index) => !moved.Contains(index)).ToList();
                Assert.Equal(steady.Order(), steady);
                Assert.Equal(LongestRun(order), steady.Count);
            },
            iter: Repetitions.Of(200));

    private static int LongestRun(int[] order)
    {
        var best = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            best[i] = 1 + Enumerable.Range(0, i).Where(j => order[j] < order[i]).Select(j => best[j]).DefaultIfEmpty().Max();
        }

        return best.Max();
    }

    /// <summary>The left design with one section of the right one.</summary>
    private static ImageDesign Mix(ImageDesign left, ImageDesign right, int section) => section switch
    {
        0 => left with { Image = right.Image },
        1 => left with { Packages = right.Packages },
        2 => left with { Kernel = right.Kernel },
        3 => left with { Services = right.Services },
        4 => left with { Users = right.Users },
        5 => left with { System = right.System },
        6 => left with { Storage = right.Storage },
        7 => left with { Branding = right.Branding },
        8 => left with { Overlay = right.Overlay },
        9 => left with { Scripts = right.Scripts },
        10 => left with { Installer = right.Installer },
        11 => left with { Outputs = right.Outputs },
        12 => left with { Publish = right.Publish },
        13 => left with { Workflow = right.Workflow },
        14 => left with { Extra = right.Extra },
        _ => left with { Image = left.Image with { Title = left.Image.Title } },
    };

    private static KernelArgumentEntry Argument(string text) => new() { Argument = KernelArgument.Parse(text) };

    private static PasswordHash Hash(char digit) => PasswordHash.Parse("$6$saltsalt$" + new string(digit, 85) + ".");

    private static ContentFile File(string path, string text, bool isExecutable = false) =>
        new(path, isExecutable, text.Length, () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)));
}
