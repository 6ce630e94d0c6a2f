using System.Reflection;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Veilor.Designer.Components;
using Veilor.Designer.Components.Help;
using Veilor.Designer.Components.Pages;
using Veilor.Designer.Components.Runs;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Tests.Forms;

namespace Veilor.Designer.Tests.Editor;

/// <summary>
/// What happens in a field is shown by the field, whatever the page renders meanwhile: the page renders after each draft
/// that is left or dropped, while the field itself waits for its turn.
/// </summary>
public sealed class OwnRenderTests : EditorTests
{
    public static TheoryData<FieldSample> Lists => EveryFieldTests.ListFields;

    public static TheoryData<string, string[], string> Tables => RecordFieldTests.Tables;

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_list_says_of_each_refused_text_that_it_is_refused(FieldSample sample)
    {
        var page = Open(Workspace.Open().Slug, new FieldPath(sample.Path).Section);

        foreach (var text in new[] { sample.Invalid!, sample.Invalid + sample.Invalid, sample.Invalid!, sample.Invalid + sample.Invalid })
        {
            ById(page, sample.Path).Input(text);
            Assert.Null(FindById(page, sample.Path + ":error"));
            ById(page, sample.Path).KeyDown("Enter");

            Assert.NotEmpty(ById(page, sample.Path + ":error").TextContent);
            Assert.Equal("true", ById(page, sample.Path).GetAttribute("aria-invalid"));
        }
    }

    [Fact]
    public void A_list_says_each_time_that_a_value_is_there_already()
    {
        var page = Open(Workspace.Open().Slug, "packages");
        ById(page, "packages.copr").Input("owner/project");
        ById(page, "packages.copr").KeyDown("Enter");

        foreach (var _ in Enumerable.Range(0, 3))
        {
            ById(page, "packages.copr").Input("owner/project");
            ById(page, "packages.copr").KeyDown("Enter");
            Assert.Contains("already", ById(page, "packages.copr:error").TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_row_that_was_given_up_can_be_begun_again_at_once(string path, string[] cells, string key)
    {
        var page = Open(Workspace.Open().Slug, new FieldPath(path).Section);
        var column = cells[0].Split('=')[0];

        foreach (var isEscape in new[] { false, true, false })
        {
            ById(page, path + ":add").Click();
            ById(page, $"{path}:new.{column}").Input($"{key} \u0007");
            ById(page, $"{path}:new.{column}").Blur();
            if (isEscape)
            {
                ById(page, $"{path}:new.{column}").KeyDown("Escape");
            }
            else
            {
                page.FindAll("tr.row-draft button").Single(button => button.TextContent.Trim() == "Cancel").Click();
            }

            Assert.Null(FindById(page, $"{path}:new.{column}"));
        }
    }

    [Fact]
    public void The_form_of_a_user_says_of_each_refused_name_that_it_is_refused()
    {
        var page = Open(Workspace.Open().Slug, "users");

        foreach (var name in new[] { "Two Words", "0", "Two Words", "0" })
        {
            ById(page, "users.accounts:add").Input(name);
            ById(page, "users.accounts:add").Blur();
            ById(page, "users.accounts:add").KeyDown("Enter");
            Assert.NotEmpty(ById(page, "users.accounts:add:error").TextContent);
        }
    }

    [Fact]
    public void No_component_keeps_an_answer_for_a_later_question_whether_to_render()
    {
        // Those that remain compare what they show at the moment of the question, or show what never changes.
        Type[] own = [typeof(SliceComponent), typeof(RunLogRow), typeof(Steady), typeof(HelpKeys)];

        var overriding = typeof(SliceComponent).Assembly.GetTypes()
            .Where(type => typeof(ComponentBase).IsAssignableFrom(type))
            .Where(type => type.GetMethod("ShouldRender", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is not null);

        Assert.Equal(own.Select(type => type.Name).Order(StringComparer.Ordinal), overriding.Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    private static IElement ById(IRenderedComponent<DesignPage> page, string id) => page.Find($"[id='{id}']");

    private static IElement? FindById(IRenderedComponent<DesignPage> page, string id) =>
        page.FindAll("[id]").SingleOrDefault(element => string.Equals(element.Id, id, StringComparison.Ordinal));
}
