using Bunit;
using Veilor.Designer.Components.Editor.Sections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Tests.Forms;

public sealed class ScriptsFormTests : FormTests
{
    private static readonly RelativePath A = RelativePath.Parse("a.sh");
    private static readonly RelativePath B = RelativePath.Parse("b.sh");
    private static readonly RelativePath C = RelativePath.Parse("c.sh");

    private static ImageDesign Design { get; } = new() { Scripts = new ScriptsSection { Run = [A, B, C] } };

    [Theory]
    [InlineData("scripts.run", 0, "", "c.sh a.sh b.sh", "", "move script c.sh")]
    [InlineData("scripts.run", 1, "", "a.sh c.sh b.sh", "", "move script c.sh")]
    [InlineData("scripts.first_boot", 0, "", "a.sh b.sh", "c.sh", "run script c.sh: first boot")]
    [InlineData("scripts.before_packages", 5, "c.sh", "a.sh b.sh", "", "run script c.sh: before the packages")]
    [InlineData("idle", 0, "", "a.sh b.sh", "", "do not run script c.sh")]
    public async Task A_row_is_dragged_to_a_place_of_any_list_in_one_step(string to, int index, string early, string run, string first, string label)
    {
        var page = Open("scripts", Design);
        var form = page.FindComponent<ScriptsSectionForm>();

        await form.InvokeAsync(() => form.Instance.Drop("c.sh", "scripts.run", to, index));

        Assert.Equal((early, run, first), Lists);
        Assert.Equal(label, Editor.UndoLabel);
        Editor.Undo();
        Assert.Equal(Design, Editor.Design);
    }

    [Fact]
    public void The_choice_in_a_row_moves_the_script_to_another_moment()
    {
        var page = Open("scripts", Design);

        Moment(page, "b.sh").Change("scripts.first_boot");
        Assert.Equal(("", "a.sh c.sh", "b.sh"), Lists);

        Moment(page, "b.sh").Change("");
        Assert.Equal(("", "a.sh c.sh", ""), Lists);
        Assert.Equal("do not run script b.sh", Editor.UndoLabel);
    }

    [Fact]
    public async Task A_drop_where_it_was_changes_nothing()
    {
        var page = Open("scripts", Design);
        var form = page.FindComponent<ScriptsSectionForm>();

        await form.InvokeAsync(() => form.Instance.Drop("b.sh", "scripts.run", "scripts.run", 1));
        await form.InvokeAsync(() => form.Instance.Drop("../x", "scripts.run", "scripts.first_boot", 0));
        await form.InvokeAsync(() => form.Instance.Drop("other.sh", "idle", "idle", 0));

        Assert.Null(Editor.UndoLabel);
    }

    private (string, string, string) Lists =>
        (string.Join(' ', Editor.Design.Scripts.BeforePackages), string.Join(' ', Editor.Design.Scripts.Run), string.Join(' ', Editor.Design.Scripts.FirstBoot));

    private static AngleSharp.Dom.IElement Moment(IRenderedComponent<EditorHost> page, string script) => page.Find($"select[aria-label='When {script} runs']");
}
