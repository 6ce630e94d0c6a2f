using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Veilor.Designer.Components.Editor.Sections;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Tests.Forms;

public sealed class StorageFormTests : FormTests
{
    public static TheoryData<string> Presets => [.. LayoutPresets.All.Select(preset => preset.Id)];

    [Fact]
    public void A_layout_is_laid_in_one_step_and_drawn()
    {
        var page = Open("storage");

        Preset(page, "btrfs-encrypted").Click();

        Assert.True(Editor.Design.Storage.HasEncryption);
        Assert.Equal("lay out the disk: encrypted btrfs", Editor.UndoLabel);
        var picture = page.Find("figure.disk").TextContent;
        Assert.Contains("LUKS2", picture, StringComparison.Ordinal);
        Assert.Contains("home at /var/home", picture, StringComparison.Ordinal);

        Editor.Undo();
        Assert.Equal(new ImageDesign(), Editor.Design);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("figure.disk")));
    }

    [Theory]
    [MemberData(nameof(Presets))]
    public void A_preset_has_no_error_keeps_what_is_erased_and_can_follow_any_other(string id)
    {
        var design = StorageFields.Wipe.Set(new ImageDesign(), WipePolicy.Linux);
        var preset = LayoutPresets.All.Single(each => string.Equals(each.Id, id, StringComparison.Ordinal));
        foreach (var other in LayoutPresets.All)
        {
            var laid = design with { Storage = preset.Lay(other.Lay(design.Storage)) };

            Assert.Equal(WipePolicy.Linux, laid.Storage.Wipe);
            Assert.Equal(preset.Partitions, laid.Storage.Partitions);
            Assert.DoesNotContain(
                DesignCompiler.Compile(laid, DesignContent.Empty).Diagnostics,
                problem => problem.Severity == DiagnosticSeverity.Error && problem.Code.StartsWith("VD3", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("ArrowRight", false, "1088 MiB")]
    [InlineData("ArrowLeft", false, "960 MiB")]
    [InlineData("ArrowRight", true, "1536 MiB")]
    [InlineData("PageUp", false, "1536 MiB")]
    [InlineData("PageDown", false, "512 MiB")]
    [InlineData("Home", false, "384 MiB")]
    public void A_partition_is_resized_with_the_keyboard_and_says_its_size(string key, bool isShift, string size)
    {
        var page = Open("storage", Laid);

        Handle(page, "boot").KeyDown(new KeyboardEventArgs { Key = key, ShiftKey = isShift });

        Assert.Equal(ByteSize.Parse(size), SizeOf("boot"));
        Assert.Equal("set size of partition boot", Editor.UndoLabel);
        Assert.Equal("storage.partitions[boot].size", Editor.UndoPath);
        var mebibytes = ByteSize.Parse(size).MebibytesRoundedUp.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(mebibytes, Handle(page, "boot").GetAttribute("aria-valuenow"));
        Assert.EndsWith(" of 32 GiB", Handle(page, "boot").GetAttribute("aria-valuetext"), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_step_of_the_keyboard_is_told_as_another_size()
    {
        var page = Open("storage", Laid);
        var told = new List<string?> { Handle(page, "boot").GetAttribute("aria-valuetext") };
        for (var i = 0; i < 3; i++)
        {
            Handle(page, "boot").KeyDown("ArrowRight");
            told.Add(Handle(page, "boot").GetAttribute("aria-valuetext"));
        }

        Assert.Equal(4, told.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("1216 MiB of 32 GiB", told[^1]);
    }

    [Fact]
    public void A_very_large_layout_is_drawn_on_a_disk_that_holds_it()
    {
        var page = Open("storage", StorageFields.Partitions.Set(new ImageDesign(), [new Partition { Name = VolumeName.Parse("root"), MountPoint = MountPoint.Parse("/"), Size = ByteSize.Parse("100 TiB") }]));

        Assert.Equal("128 TiB", page.Find(".disk select").GetAttribute("value"));
        Assert.Contains("128 TiB", page.FindAll(".disk select option").Select(option => option.GetAttribute("value")));
        Assert.DoesNotContain("more than this disk has", page.Find(".disk").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_in_quick_succession_are_one_step_of_undo()
    {
        var page = Open("storage", Laid);
        for (var i = 0; i < 5; i++)
        {
            Handle(page, "boot").KeyDown("ArrowRight");
        }

        Assert.Equal(ByteSize.FromMebibytes(1024 + (5 * 64)), SizeOf("boot"));
        Editor.Undo();
        Assert.Equal(Laid, Editor.Design);
    }

    [Fact]
    public async Task A_drag_is_drawn_while_it_lasts_and_one_edit_when_it_ends()
    {
        var page = Open("storage", Laid);
        var picture = page.FindComponent<DiskPicture>();

        await picture.InvokeAsync(() => picture.Instance.Drag("boot", 0.1));
        await picture.InvokeAsync(() => picture.Instance.Drag("boot", 0.2));
        Assert.Same(Laid, Editor.Design);
        Assert.NotEqual("1024", Handle(page, "boot").GetAttribute("aria-valuenow"));

        await picture.InvokeAsync(() => picture.Instance.Drop(isKept: true));
        Assert.True(SizeOf("boot") > ByteSize.FromGibibytes(4));
        Editor.Undo();
        Assert.Equal(Laid, Editor.Design);
    }

    [Fact]
    public async Task A_drag_that_is_given_up_changes_nothing()
    {
        var page = Open("storage", Laid);
        var picture = page.FindComponent<DiskPicture>();

        await picture.InvokeAsync(() => picture.Instance.Drag("boot", 0.2));
        await picture.InvokeAsync(() => picture.Instance.Drop(isKept: false));

        Assert.Same(Laid, Editor.Design);
        Assert.Equal("1024", Handle(page, "boot").GetAttribute("aria-valuenow"));
    }

    [Fact]
    public void What_an_installation_erases_is_said()
    {
        var page = Open("storage", StorageFields.TargetDisk.Set(new ImageDesign(), DiskName.Parse("nvme0n1")));

        Assert.Equal("When the ISO installs, everything on nvme0n1 is erased.", page.Find(".storage-erases").TextContent);
    }

    private static ImageDesign Laid { get; } =
        new ImageDesign() with { Storage = LayoutPresets.All[0].Lay(new StorageSection()) };

    private ByteSize SizeOf(string partition) => StorageFields.Partitions.Find(Editor.Design, partition)!.Size;

    private static IElement Preset(IRenderedComponent<EditorHost> page, string id) => page.Find($"[data-preset='{id}']");

    private static IElement Handle(IRenderedComponent<EditorHost> page, string partition) => page.Find($"[data-partition='{partition}']");
}
