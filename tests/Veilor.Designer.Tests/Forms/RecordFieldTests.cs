using Bunit;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Tests.Forms;

public sealed class RecordFieldTests : FormTests
{
    /// <summary>A table, the cells of a new row, and the key the row gets.</summary>
    public static TheoryData<string, string[], string> Tables => new()
    {
        { "packages.repositories", ["id=extra", "name=Extra", "base_url=https://example.org/repo", "metalink=https://example.org/metalink", "gpg_key=https://example.org/key", "priority=50", "build_only=true"], "extra" },
        {
            "packages.downloads",
            ["name=gum", "url=https://example.org/gum.tar.gz", "sha256=sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "architecture=x86_64", "install_path=/usr/bin/gum"],
            "gum"
        },
        { "image.labels", ["key=org.example.team", "value=Desktop"], "org.example.team" },
        { "kernel.arguments", ["argument=quiet", "owner=installer"], "quiet" },
        { "users.groups", ["name=media", "gid=1500"], "media" },
        { "storage.partitions", ["name=boot", "file_system=ext4", "mount_point=/boot", "mount_options=noatime,nodev", "size=1 GiB", "grow=true"], "boot" },
        { "storage.subvolumes", ["name=root", "mount_point=/", "volume=system"], "root" },
        { "storage.logical_volumes", ["name=var", "group=system", "file_system=ext4", "mount_point=/var", "mount_options=noatime", "size=8 GiB", "grow=true"], "var" },
        { "extra.secrets", ["id=repo-token", "purpose=The repository", "from=REPO_TOKEN", "steps=packages scripts", "place=/etc/dnf/vars/token"], "repo-token" },
        { "overlay.permissions", ["path=etc/sudoers.d/admin", "mode=0440", "owner=root", "group=root"], "etc/sudoers.d/admin" },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_row_is_added_undone_and_removed(string path, string[] cells, string key)
    {
        var page = Open(new FieldPath(path).Section);
        Fill(page, path, cells);

        Button(page, "Add").Click();

        Assert.NotNull(FindById(page, $"{path}[{key}]"));
        Assert.Equal($"{path}[{key}]", Editor.UndoPath);
        Assert.EndsWith($" {key}", Editor.UndoLabel, StringComparison.Ordinal);
        Assert.StartsWith("add ", Editor.UndoLabel, StringComparison.Ordinal);

        Editor.Undo();
        page.WaitForAssertion(() => Assert.Null(FindById(page, $"{path}[{key}]")));
        Assert.Equal(new ImageDesign(), Editor.Design);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void An_empty_row_is_refused_with_words_at_its_cells(string path, string[] cells, string key)
    {
        var page = Open(new FieldPath(path).Section);
        ById(page, path + ":add").Click();

        Button(page, "Add").Click();

        var first = cells[0].Split('=')[0];
        Assert.True(ById(page, $"{path}:new.{first}:error").TextContent.Split(' ').Length > 2);
        Assert.Null(FindById(page, $"{path}[{key}]"));
        Assert.Equal(new ImageDesign(), Editor.Design);
    }

    [Fact]
    public void A_row_of_a_known_name_is_refused()
    {
        var page = Open("storage", Layout);
        Fill(page, "storage.partitions", ["name=boot", "size=1 GiB"]);

        Button(page, "Add").Click();

        Assert.Contains("already", ById(page, "storage.partitions:new.name:error").TextContent, StringComparison.Ordinal);
        Assert.Equal(Layout, Editor.Design);
    }

    [Fact]
    public void A_cell_is_edited_in_place()
    {
        var page = Open("storage", Layout);

        ById(page, "storage.partitions[boot].size").Input("2 GiB");

        Assert.Equal(ByteSize.FromGibibytes(2), StorageFields.Partitions.Find(Editor.Design, "boot")!.Size);
        Assert.Equal("set size of partition boot", Editor.UndoLabel);

        ById(page, "storage.partitions[boot].encrypted").Change(true);
        Assert.True(StorageFields.Partitions.Find(Editor.Design, "boot")!.Encrypted);

        ById(page, "storage.partitions[boot].file_system").Change("xfs");
        Assert.Equal(FileSystemKind.Xfs, StorageFields.Partitions.Find(Editor.Design, "boot")!.FileSystem);
    }

    [Fact]
    public void A_wrong_cell_is_explained_and_the_row_stays()
    {
        var page = Open("storage", Layout);

        ById(page, "storage.partitions[boot].size").Input("2 gigs");
        ById(page, "storage.partitions[boot].size").Blur();

        Assert.Contains("unit", ById(page, "storage.partitions[boot].size:error").TextContent, StringComparison.Ordinal);
        Assert.Equal(Layout, Editor.Design);
    }

    [Fact]
    public void A_row_keeps_its_elements_while_it_is_renamed()
    {
        var page = Open("storage", Layout);
        var cells = page.FindComponents<Veilor.Designer.Components.Fields.TextInput>().Select(cell => cell.Instance).ToList();

        ById(page, "storage.partitions[boot].name").Input("bootx");

        Assert.NotNull(StorageFields.Partitions.Find(Editor.Design, "bootx"));
        Assert.NotNull(FindById(page, "storage.partitions[bootx].name"));
        Assert.Equal(cells, page.FindComponents<Veilor.Designer.Components.Fields.TextInput>().Select(cell => cell.Instance));
    }

    [Fact]
    public void A_name_that_is_taken_is_refused_while_it_is_typed()
    {
        var page = Open("storage", Layout);

        ById(page, "storage.partitions[boot].name").Input("data");
        ById(page, "storage.partitions[boot].name").Blur();

        Assert.Contains("already", ById(page, "storage.partitions[boot].name:error").TextContent, StringComparison.Ordinal);
        Assert.Equal(Layout, Editor.Design);
    }

    [Fact]
    public void Rows_move_by_button_and_by_key()
    {
        var page = Open("storage", Layout);

        Button(page, "Move partition boot down").Click();
        Assert.Equal(["data", "boot"], Names());
        Assert.Equal("move partition boot down", Editor.UndoLabel);

        ById(page, "storage.partitions[boot]").KeyDown(new Microsoft.AspNetCore.Components.Web.KeyboardEventArgs { Key = "ArrowUp", AltKey = true });
        Assert.Equal(["boot", "data"], Names());
    }

    [Fact]
    public void One_press_too_many_at_the_end_moves_no_row_back()
    {
        var page = Open("storage", Layout);

        Button(page, "Move partition data up").Click();
        Assert.Equal(["data", "boot"], Names());
        Assert.Equal("true", Button(page, "Move partition data up").GetAttribute("aria-disabled"));
        Assert.Equal("storage.partitions[data]:up", JSInterop.Invocations["focusField"][^1].Arguments[0]);
        var steps = Editor.UndoLabel;

        Button(page, "Move partition data up").Click();
        Button(page, "Move partition data up").Click();
        Assert.Equal(["data", "boot"], Names());
        Assert.Equal("storage.partitions[data]:up", JSInterop.Invocations["focusField"][^1].Arguments[0]);
        Assert.Equal(steps, Editor.UndoLabel);
        Editor.Undo();
        Assert.Equal(["boot", "data"], Names());
    }

    [Fact]
    public void A_second_download_of_a_name_is_told_how_to_be_for_another_architecture()
    {
        var page = Open("packages", PackagesFields.Downloads.Put(new ImageDesign(), PackagesFields.Downloads.CreateBlank() with { Name = ModuleName.Parse("yq") }));
        Fill(page, "packages.downloads", ["name=yq", "url=https://example.org/yq", "sha256=sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "architecture=aarch64", "install_path=/usr/bin/yq"]);

        Button(page, "Add").Click();

        Assert.Contains("“yq” already. For another architecture, give it a name of its own", ById(page, "packages.downloads:new.name:error").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("20", "Write 20 GiB, or 20 MiB.")]
    [InlineData("1048575", "Write 1048575 GiB")]
    [InlineData("16 gib", "16 GiB")]
    [InlineData("2,5 GiB", "2.5 GiB")]
    public void A_size_that_nobody_means_says_what_was_likely_meant(string text, string says)
    {
        var page = Open("storage", Layout);

        ById(page, "storage.partitions[boot].size").Input(text);
        ById(page, "storage.partitions[boot].size").Blur();

        Assert.Contains(says, ById(page, "storage.partitions[boot].size:error").TextContent, StringComparison.Ordinal);
        Assert.Equal(Layout, Editor.Design);
    }

    [Fact]
    public void A_long_number_without_a_unit_is_bytes()
    {
        var page = Open("storage", Layout);
        ById(page, "storage.partitions[boot].size").Input("1073741824");
        Assert.Equal(ByteSize.FromGibibytes(1), StorageFields.Partitions.Find(Editor.Design, "boot")!.Size);
    }

    [Theory]
    [InlineData("mode", "600", "0600")]
    [InlineData("owner", "0", "root")]
    [InlineData("group", "0", "root")]
    public void A_mode_of_three_digits_and_the_number_of_root_are_read(string column, string text, string canonical)
    {
        var page = Open("overlay", ContentFields.Permissions.Put(new ImageDesign(), new FilePermission { Mode = PosixMode.Parse("0640"), Owner = UnixName.Parse("chrony"), Group = UnixName.Parse("wheel") }));
        var id = $"overlay.permissions[etc/example].{column}";
        ById(page, id).Input(text);
        ById(page, id).Blur();
        Assert.Null(FindById(page, id + ":error"));
        Assert.Equal(canonical, ById(page, id).GetAttribute("value"));

        ById(page, "overlay.permissions[etc/example].owner").Input("1000");
        ById(page, "overlay.permissions[etc/example].owner").Blur();
        Assert.Contains("by its name, not by its number", ById(page, "overlay.permissions[etc/example].owner:error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_is_removed_by_its_button()
    {
        var page = Open("storage", Layout);

        Button(page, "Remove partition boot").Click();

        Assert.Equal(["data"], Names());
        Assert.Equal("remove partition boot", Editor.UndoLabel);
    }

    private static ImageDesign Layout { get; } = StorageFields.Partitions.Set(new ImageDesign(),
    [
        new Partition { Name = VolumeName.Parse("boot"), MountPoint = MountPoint.Parse("/boot") },
        new Partition { Name = VolumeName.Parse("data"), MountPoint = MountPoint.Parse("/var/data") },
    ]);

    private string[] Names() => [.. Editor.Design.Storage.Partitions.Select(partition => partition.Name.ToString())];

    private static void Fill(IRenderedComponent<EditorHost> page, string path, string[] cells)
    {
        ById(page, path + ":add").Click();
        foreach (var cell in cells)
        {
            var equals = cell.IndexOf('=', StringComparison.Ordinal);
            var element = ById(page, $"{path}:new.{cell[..equals]}");
            var text = cell[(equals + 1)..];
            if (string.Equals(element.GetAttribute("type"), "checkbox", StringComparison.Ordinal))
            {
                element.Change(bool.Parse(text));
            }
            else if (string.Equals(element.TagName, "SELECT", StringComparison.OrdinalIgnoreCase))
            {
                element.Change(text);
            }
            else
            {
                element.Input(text);
            }
        }
    }
}
