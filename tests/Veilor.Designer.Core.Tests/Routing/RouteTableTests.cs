using CsCheck;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Routing;
using Veilor.Designer.Core.Tests.Storage;
using Veilor.Designer.Core.Tests.Templates;
using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Tests.Routing;

public sealed class RouteTableTests
{
    [Fact]
    public void A_host_name_goes_into_the_image_and_the_kickstart_and_reaches_everything()
    {
        var route = Find(SystemFields.Hostname.Set(Design, Hostname.Parse("box")), "system.hostname");
        Assert.Equal("box", route.Value);
        Assert.Equal([BundlePaths.Hostname, BundlePaths.IsoKickstart], route.Carriers.Select(carrier => carrier.Document));
        Assert.Equal(1, route.Carriers[0].Line);
        Assert.Empty(route.Losses);
    }

    [Fact]
    public void A_title_that_equals_the_name_is_carried_all_the_same()
    {
        var route = Find(ImageFields.Title.Set(Design, Design.Image.Name.ToString()), "image.title");
        Assert.Contains(BundlePaths.Containerfile, route.Carriers.Select(carrier => carrier.Document));
    }

    [Fact]
    public void An_encrypted_partition_does_not_reach_a_disk_image()
    {
        var route = Find(Design, "storage.partitions[root].encrypted");
        Assert.Contains(BundlePaths.IsoKickstart, route.Carriers.Select(carrier => carrier.Document));
        Assert.DoesNotContain(BundlePaths.DiskConfig, route.Carriers.Select(carrier => carrier.Document));
        var loss = Assert.Single(route.Losses);
        Assert.Equal("qcow2", loss.Output);
        Assert.Contains("LUKS", loss.Reason, StringComparison.Ordinal);
        Assert.Contains(route.Notes, note => note.Code == "VD3003");
    }

    [Fact]
    public void The_name_in_a_registry_reaches_all_that_is_made_of_the_image()
    {
        var route = Find(DeliveryFields.Repository.Set(Design, ImageReference.Parse("ghcr.io/example/image")), "publish.repository");
        Assert.NotEmpty(route.Carriers);
        Assert.Empty(route.Losses);
    }

    [Fact]
    public void A_user_who_is_not_made_is_carried_by_no_builder_config()
    {
        var route = Find(UsersFields.Accounts.Put(Design, new UserAccount { Name = UnixName.Parse("admin") }), "users.accounts[admin]");
        Assert.DoesNotContain(route.Carriers, carrier => carrier.Document is BundlePaths.DiskConfig or BundlePaths.IsoKickstart);
        Assert.Contains(route.Notes, note => note.Code == "VD5001");
    }

    [Fact]
    public void A_value_that_would_be_so_anyway_goes_where_its_row_goes()
    {
        var efi = Design.Storage.Partitions[0] with { MountPoint = MountPoint.Parse("/boot/efi") };
        var design = Design with { Storage = Design.Storage with { Partitions = [efi, .. Design.Storage.Partitions.Skip(1)] } };
        Assert.DoesNotContain(RouteTable.Of(Compile(design)), route => route.Path == "storage.partitions[efi].mount_point" && route.IsNowhere);
    }

    [Fact]
    public void Only_what_is_said_of_a_row_stands_at_it()
    {
        var design = KernelFields.Arguments.Set(Design, [new KernelArgumentEntry { Argument = KernelArgument.Parse("init_on_alloc=1") }, new KernelArgumentEntry { Argument = KernelArgument.Parse("console=ttyS0"), Owner = ArgumentOwner.Installer }]);
        var routes = RouteTable.Of(Compile(design)).Where(route => route.Path.Field == KernelFields.Arguments.Path).ToList();
        Assert.Contains(routes[0].Notes, note => note.Code == "VD4010");
        Assert.DoesNotContain(routes[1].Notes, note => note.Code == "VD4010");
    }

    [Fact]
    public void A_config_that_no_chosen_output_is_made_with_carries_nothing()
    {
        var design = DeliveryFields.ImageTypes.Set(Design, [ImageType.AnacondaIso]);
        Assert.All(RouteTable.Of(Compile(design)), route => Assert.DoesNotContain(route.Carriers, carrier => carrier.Document == BundlePaths.DiskConfig));
        Assert.Contains(RouteTable.Of(Compile(design)), route => route.AlsoIn.Any(carrier => carrier.Document == BundlePaths.DiskConfig));
    }

    [Fact]
    public void Users_reach_what_makes_them()
    {
        var design = UsersFields.Accounts.Put(Design, new UserAccount
        {
            Name = UnixName.Parse("admin"),
            Groups = [UnixName.Parse("wheel")],
            Password = PasswordHash.Parse("$6$saltsalt$" + new string('a', 85) + "."),
        });
        var route = Find(design, "users.accounts[admin]");
        Assert.Contains(BundlePaths.IsoKickstart, route.Carriers.Select(carrier => carrier.Document));
        Assert.Contains(BundlePaths.DiskConfig, route.Carriers.Select(carrier => carrier.Document));
        Assert.Empty(route.Losses);
        Assert.DoesNotContain(RouteTable.Of(Compile(design)), each => each.Value.Contains("$6$", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("full_name", "--gecos")]
    [InlineData("shell", "--shell")]
    [InlineData("groups", "--groups")]
    [InlineData("uid", "--uid")]
    public void A_cell_that_stands_in_the_line_of_its_row_names_that_line(string column, string option)
    {
        var ada = new UserAccount
        {
            Name = UnixName.Parse("ada"),
            FullName = "Ada L",
            Groups = [UnixName.Parse("wheel")],
            Shell = AbsolutePath.Parse("/bin/zsh"),
            UserId = 1234,
            Password = PasswordHash.Parse("$6$saltsalt$" + new string('a', 85) + "."),
        };
        var compiled = Compile(UsersFields.Accounts.Put(Design, ada));
        var route = RouteTable.Of(compiled).FirstOrDefault(each => each.Path == UsersFields.Accounts.PathOf(ada, column)) ?? RouteTable.Of(compiled).Single(each => each.Path == UsersFields.Accounts.PathOf(ada));
        var carrier = Assert.Single(route.Carriers, each => each.Document == BundlePaths.IsoKickstart);
        Assert.DoesNotContain(route.Carriers, each => each.Document == BundlePaths.IsoConfig);
        Assert.Contains(option, compiled.FindDocument(BundlePaths.IsoKickstart)!.Lines[carrier.Line - 1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_that_only_follows_from_a_fact_is_no_line_of_it()
    {
        var carrier = Assert.Single(Find(Design, "storage.partitions[root].encrypted").Carriers, each => each.Document == BundlePaths.Containerfile);
        Assert.Equal(0, carrier.Line);
        Assert.Contains(carrier.Reasons, reason => reason.Contains("initramfs", StringComparison.Ordinal));
    }

    [Fact]
    public void A_user_who_is_not_made_is_dropped_with_the_reason_and_so_is_what_keeps_it_out()
    {
        var bob = new UserAccount { Name = UnixName.Parse("bob"), Password = PasswordHash.Parse("$6$saltsalt$" + new string('a', 85) + "."), IsLocked = true };
        var routes = RouteTable.Of(Compile(UsersFields.Accounts.Put(Design, bob)));
        var row = routes.Single(route => route.Path == "users.accounts[bob]");
        Assert.Equal(["anaconda-iso", "qcow2"], row.Losses.Select(loss => loss.Output));
        Assert.All(row.Losses, loss => Assert.Contains("could not log in", loss.Reason.Replace("would be locked", "could not log in", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.All(routes.Where(route => route.Path.ListItem == row.Path), route => Assert.Empty(route.Carriers));
    }

    [Fact]
    public void A_signature_is_in_the_registry_and_missing_in_no_output()
    {
        var design = DeliveryFields.Signed.Set(DeliveryFields.Repository.Set(Design, ImageReference.Parse("ghcr.io/example/image")), true);
        Assert.Empty(Find(design, "publish.signed").Losses);
    }

    [Fact]
    public void Fields_of_one_name_are_told_apart_by_their_section()
    {
        Assert.Equal("Base › Name", Find(Design, "image.name").Label);
        Assert.Equal("Branding › Name", Find(BrandingFields.Name.Set(Design, "Own"), "branding.name").Label);
        Assert.Equal("Host name", Find(SystemFields.Hostname.Set(Design, Hostname.Parse("box")), "system.hostname").Label);
    }

    [Fact]
    public void A_fact_that_only_the_installer_gets_names_the_outputs_that_do_not()
    {
        var route = Find(DeliveryFields.ExtraKickstart.Set(Design, "eula --agreed"), "installer.extra_kickstart");
        Assert.Equal(["qcow2"], route.Losses.Select(loss => loss.Output));
        Assert.Contains(BundlePaths.DiskConfig, route.Losses[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Installer_arguments_and_image_arguments_are_rows_of_their_own()
    {
        var design = KernelFields.Arguments.Set(Design,
        [
            new KernelArgumentEntry { Argument = KernelArgument.Parse("init_on_free=1") },
            new KernelArgumentEntry { Argument = KernelArgument.Parse("slab_nomerge") },
            new KernelArgumentEntry { Argument = KernelArgument.Parse("console=ttyS0"), Owner = ArgumentOwner.Installer },
        ]);
        var routes = RouteTable.Of(Compile(design)).Where(route => route.Path.Field == KernelFields.Arguments.Path && !route.Path.Value.Contains("].", StringComparison.Ordinal)).ToList();
        Assert.Equal(["init_on_free=1, slab_nomerge", "console=ttyS0"], routes.Select(route => route.Value));
        Assert.All(routes[0].Carriers, carrier => Assert.StartsWith(BundlePaths.RootFiles, carrier.Document, StringComparison.Ordinal));
        Assert.Equal([BundlePaths.IsoKickstart, BundlePaths.DiskConfig], routes[1].Carriers.Select(carrier => carrier.Document));
    }

    [Fact]
    public void A_file_carries_a_fact_exactly_when_it_changes_without_it() =>
        DesignGen.Any.Sample(
            design =>
            {
                var compiled = Compile(design);
                foreach (var route in RouteTable.Of(compiled).Where(route => route.Path == BrandingFields.Variant.Path))
                {
                    var others = new[] { "", design.Branding.Variant + "2" }.Select(text => Compile(BrandingFields.Variant.Set(design, text))).ToList();
                    var changed = compiled.Documents
                        .Where(document => RouteTable.IsCarrier(document.Path)
                            && others.Exists(other => !Effective(other.FindDocument(document.Path)).SequenceEqual(Effective(document), StringComparer.Ordinal)))
                        .Select(document => document.Path);
                    Assert.Equal(changed, route.Carriers.Select(carrier => carrier.Document));
                }
            },
            iter: Repetitions.Of(10));

    [Theory]
    [MemberData(nameof(Templates))]
    public void Every_line_that_a_route_names_comes_from_the_fact(string template)
    {
        var compiled = ShippedTemplate.Compile(template);
        var routes = RouteTable.Of(compiled);
        Assert.NotEmpty(routes);
        Assert.All(routes.SelectMany(route => route.Carriers.Concat(route.AlsoIn).Select(carrier => (route, carrier))).Where(each => each.carrier.Line > 0), each =>
        {
            var line = compiled.FindDocument(each.carrier.Document)!.Lines[each.carrier.Line - 1];
            Assert.Contains(line.Origins, origin => origin.Field == each.route.Path.Field);
            Assert.False(string.IsNullOrWhiteSpace(line.Text), $"{each.route.Path}: {each.carrier.Document}:{each.carrier.Line} is empty");
        });
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Of_a_file_with_the_name_in_it_the_line_with_the_name_is_shown(string template)
    {
        var compiled = ShippedTemplate.Compile(template);
        var name = compiled.Design.Image.Name.ToString();
        var route = RouteTable.Of(compiled).Single(route => route.Path == ImageFields.Name.Path);
        var shown = route.Carriers.Concat(route.AlsoIn).Where(carrier => carrier.Line > 0).ToList();
        Assert.NotEmpty(shown);
        Assert.All(shown, carrier =>
        {
            var lines = compiled.FindDocument(carrier.Document)!.Lines;
            if (lines.Any(line => line.Origins.Contains(ImageFields.Name.Path) && line.Text.Contains(name, StringComparison.Ordinal) && !line.Text.TrimStart().StartsWith('#')))
            {
                Assert.Contains(name, lines[carrier.Line - 1].Text, StringComparison.Ordinal);
            }
        });
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void A_fact_that_a_line_comes_from_is_not_said_to_be_nowhere(string template)
    {
        var compiled = ShippedTemplate.Compile(template);
        var lines = compiled.Documents.Where(document => RouteTable.IsCarrier(document.Path)).SelectMany(document => document.Lines).ToList();
        // The set that a template takes its files from is a matter of the template; the files are looked at, not the name.
        Assert.All(RouteTable.Of(compiled).Where(route => route.IsNowhere && route.Path != ContentFields.OverlayFrom.Path), route =>
            Assert.DoesNotContain(lines, line => line.Text.Length > 0 && !line.Text.TrimStart().StartsWith('#') && line.Origins.Contains(route.Path)));
    }

    [Fact]
    public void Labels_are_found_at_their_own_lines_with_their_own_reasons()
    {
        var design = ImageFields.Description.Set(ImageFields.Title.Set(Design, "A title"), "What it is");
        var compiled = Compile(design);
        foreach (var (path, key) in new[] { ("image.title", "title"), ("image.version", "version"), ("image.description", "description") })
        {
            var carrier = Assert.Single(Find(design, path).Carriers, carrier => carrier.Document == BundlePaths.Containerfile);
            Assert.Contains($"org.opencontainers.image.{key}=", compiled.FindDocument(BundlePaths.Containerfile)!.Lines[carrier.Line - 1].Text, StringComparison.Ordinal);
            Assert.Equal(key is "version", carrier.Reasons.Any(reason => reason.Contains("bootc status", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void What_only_the_workflow_and_the_commands_have_is_listed()
    {
        var design = ImageFields.Architectures.Set(Design, [Core.Design.Architecture.X86_64]);
        Assert.Equal([BundlePaths.Workflow], Find(design, "image.architectures[x86_64]").Carriers.Select(carrier => carrier.Document));
        var root = Find(design, "outputs.root_file_system");
        var place = Assert.Single(root.AlsoIn, also => also.Document == BundlePaths.BuildGuide);
        Assert.Contains("--rootfs", Compile(design).FindDocument(BundlePaths.BuildGuide)!.Lines[place.Line - 1].Text, StringComparison.Ordinal);
        Assert.False(root.IsNowhere);
        Assert.Contains(BundlePaths.Readme, Find(ImageFields.Title.Set(design, "A title"), "image.title").AlsoIn.Select(also => also.Document));
        var published = DeliveryFields.Repository.Set(design, ImageReference.Parse("ghcr.io/example/image"));
        Assert.Contains(BundlePaths.Workflow, Find(published, "publish.tag").Carriers.Select(carrier => carrier.Document));
    }

    public static TheoryData<string> Templates => [.. ShippedTemplate.Names()];

    private static readonly ImageDesign Design = new()
    {
        Outputs = new OutputsSection { ImageTypes = [ImageType.AnacondaIso, ImageType.Qcow2] },
        Storage = new StorageSection
        {
            Partitions =
            [
                new Partition { Name = VolumeName.Parse("efi"), FileSystem = FileSystemKind.Efi, Size = ByteSize.Parse("512 MiB") },
                new Partition { Name = VolumeName.Parse("boot"), FileSystem = FileSystemKind.Ext4, MountPoint = MountPoint.Parse("/boot"), Size = ByteSize.Parse("1 GiB") },
                new Partition { Name = VolumeName.Parse("root"), FileSystem = FileSystemKind.Xfs, MountPoint = MountPoint.Parse("/"), Size = ByteSize.Parse("10 GiB"), Encrypted = true },
            ],
        },
    };

    /// <summary>What a tool reads of a document.</summary>
    private static IEnumerable<string> Effective(DesignDocument? document) =>
        document?.Lines.Select(line => line.Text).Where(line => !line.TrimStart().StartsWith('#')) ?? [];

    private static CompiledDesign Compile(ImageDesign design) => DesignCompiler.Compile(design, DesignContent.Empty);

    private static FactRoute Find(ImageDesign design, string path) =>
        Assert.Single(RouteTable.Of(Compile(design)), route => string.Equals(route.Path.Value, path, StringComparison.Ordinal));
}
