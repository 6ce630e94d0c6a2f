using AngleSharp.Dom;
using Bunit;
using Veilor.Designer.Components.Fields;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Routing;

namespace Veilor.Designer.Tests.Forms;

/// <summary>What stands at a field besides its control: where it is written, what a column and a choice mean.</summary>
public sealed class FieldNoteTests : FormTests
{
    public static TheoryData<string> Sections => [.. DesignFields.Sections.Select(section => section.Id)];

    [Theory]
    [MemberData(nameof(Sections))]
    public void Every_field_says_where_it_is_written_or_would_be(string section)
    {
        foreach (var design in new[] { new ImageDesign(), FieldHomes.Example })
        {
            var page = Open(section, design);

            Assert.All(DesignFields.FindSection(section)!.Fields, field =>
            {
                var note = page.FindAll($"[data-field='{field.Path}'] .field-targets");
                Assert.NotEmpty(note);
                Assert.Matches("^(Written to|Would be written to|Kept in) ", note[0].TextContent.Trim());
            });
        }
    }

    [Fact]
    public void A_line_that_every_bundle_has_makes_no_file_one_that_a_field_is_written_to()
    {
        var page = Open("image");

        Assert.Equal("Written to Containerfile, test/inside-image.sh, README.md", Note(page, "image.base"));
    }

    [Fact]
    public void An_empty_field_names_the_file_that_it_would_be_written_to()
    {
        var page = Open("storage");

        Assert.StartsWith("Would be written to kickstart/iso.ks", Note(page, "storage.target_disk"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_part_of_a_user_says_where_it_is_written()
    {
        var page = Open("users", FieldHomes.Example);

        var notes = page.FindAll("[id='users.accounts[admin]'] .field-targets").Select(note => note.TextContent.Trim()).ToList();
        Assert.Equal(UsersFields.Accounts.Columns.Count, notes.Count);
        Assert.All(notes, note => Assert.Matches("kickstart/iso.ks|build/disk-config.toml", note));
        Assert.Contains(notes, note => note.StartsWith("Would be written to ", StringComparison.Ordinal));
        Assert.Contains(notes, note => note.StartsWith("Written to ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void Every_cell_of_a_table_is_explained(string section)
    {
        var page = Open(section, FieldHomes.Example);

        foreach (var field in DesignFields.FindSection(section)!.Fields.Where(field => field.Parts.Count > 0 && field != UsersFields.Accounts))
        {
            Assert.All(field.Parts, part =>
            {
                var cell = ById(page, $"{field.ListItems(Editor.Design)[0].Path}.{part.Name}");
                Assert.Equal(part.Help, ById(page, cell.GetAttribute("aria-describedby")!).TextContent);
            });
        }
    }

    [Fact]
    public void Every_image_type_says_what_it_is_for()
    {
        var page = Open("outputs");

        Assert.All(DeliveryFields.ImageTypes.Codec.Choices, choice =>
        {
            Assert.NotEqual("", choice.Help);
            Assert.Equal(choice.Help, ById(page, $"outputs.image_types[{choice.Text}]:help").TextContent);
        });
    }

    [Fact]
    public void A_filtered_list_says_how_many_it_shows_and_names_what_is_touched_in_words()
    {
        var page = Open("kernel");
        var list = page.Find("[data-catalogue=arguments]");
        Assert.DoesNotContain("shown", list.QuerySelector(".catalogue-count")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(list.QuerySelectorAll("select option"), option => option.TextContent is "perf-" or "mem-med" or "noop" or "hw");

        list.QuerySelector("[type=search]")!.Input("init_on");

        Assert.Matches(@"; \d+ of \d+ shown$", page.Find("[data-catalogue=arguments] .catalogue-count").TextContent);
    }

    [Fact]
    public void An_error_begins_like_a_sentence()
    {
        var page = Open("workflow");

        ById(page, "workflow.timeout_minutes").Input("0");
        ById(page, "workflow.timeout_minutes").Blur();

        Assert.Equal("A whole number from 1 to 360 is allowed.", ById(page, "workflow.timeout_minutes:error").TextContent);
    }

    private static string Note(IRenderedComponent<EditorHost> page, string path) => page.Find($"[data-field='{path}'] .field-targets").TextContent.Trim();
}
