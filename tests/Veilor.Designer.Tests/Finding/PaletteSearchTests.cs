using Veilor.Designer.Components.Palette;

namespace Veilor.Designer.Tests.Finding;

public sealed class PaletteSearchTests
{
    private static readonly PaletteEntry[] Entries =
    [
        Entry("page_alloc.shuffle=1", "mixes free pages", PaletteKind.Argument),
        Entry("Host name", "System · what the machine calls itself", PaletteKind.Field),
        Entry("htop", "shows processes", PaletteKind.Package),
        Entry("Virtual host", "answers for a name", PaletteKind.Package),
        Entry("ghostscript", "prints", PaletteKind.Package),
        Entry("Build", "makes the image", PaletteKind.Command),
        Entry("Where it goes", "the file of each fact", PaletteKind.Command),
        Entry("Storage", "the disk", PaletteKind.Section),
        Entry("The disk has no boot partition.", "Error VD3001", PaletteKind.Problem),
    ];

    [Theory]
    [InlineData("host", "Host name", "Virtual host", "ghostscript")]
    [InlineData("HTOP", "htop")]
    [InlineData("pgalloc", "page_alloc.shuffle=1")]
    [InlineData("shuffle", "page_alloc.shuffle=1")]
    [InlineData("name host", "Host name", "Virtual host")]
    [InlineData("processes", "htop")]
    [InlineData("vd3001", "The disk has no boot partition.")]
    public void The_best_fit_comes_first(string text, params string[] titles) =>
        Assert.Equal(titles, PaletteSearch.Find(Entries, text, []).Select(match => match.Entry.Title));

    [Theory]
    [InlineData("hots")]
    [InlineData("host zebra")]
    [InlineData("pg")]
    public void What_does_not_fit_is_left_out(string text) => Assert.Empty(PaletteSearch.Find(Entries, text, []));

    [Fact]
    public void What_was_chosen_lately_comes_first_before_anything_is_typed()
    {
        var found = PaletteSearch.Find(Entries, " ", ["htop", "gone", "Host name"]);

        Assert.Equal(["htop", "Host name", "The disk has no boot partition.", "Build", "Where it goes", "Storage"], found.Select(match => match.Entry.Title));
    }

    [Fact]
    public void Of_two_that_fit_alike_the_one_chosen_lately_comes_first()
    {
        PaletteEntry[] twins = [Entry("nftables", "", PaletteKind.Package), Entry("nfs-utils", "", PaletteKind.Package)];

        Assert.Equal("nftables", PaletteSearch.Find(twins, "nf", [])[0].Entry.Title);
        Assert.Equal("nfs-utils", PaletteSearch.Find(twins, "nf", ["nfs-utils"])[0].Entry.Title);
    }

    [Fact]
    public void The_parts_that_fit_are_marked_once_each()
    {
        var match = Assert.Single(PaletteSearch.Find(Entries, "host ost name", []), match => match.Entry.Title == "Host name");

        Assert.Equal([(0, 4), (5, 4)], match.Marks.Select(mark => (mark.Start, mark.Length)));
    }

    [Fact]
    public void A_list_is_never_longer_than_a_person_reads()
    {
        var many = Enumerable.Range(0, 1000).Select(number => Entry($"package-{number}", "", PaletteKind.Package)).ToArray();

        Assert.Equal(PaletteSearch.MostResults, PaletteSearch.Find(many, "package", []).Count);
    }

    private static PaletteEntry Entry(string title, string detail, PaletteKind kind) => new(title, kind, title, detail, () => Task.CompletedTask);
}
