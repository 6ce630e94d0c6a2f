using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Veilor.Designer.EndToEnd.Paths;

/// <summary>The steps a person takes in the editor, by what is on the page: names, labels and roles.</summary>
internal sealed class EditorWalk(IPage page)
{
    public IPage Page { get; } = page;

    public ILocator Document => Page.GetByTestId("document");

    public static async Task<EditorWalk> StartFromTemplateAsync(IPage page, string template)
    {
        await page.Locator($"[data-testid=template][data-name='{template}']").GetByTestId("create").ClickAsync();
        var walk = new EditorWalk(page);
        await page.WaitForURLAsync(new Regex("/designs/" + Regex.Escape(template), RegexOptions.None, TimeSpan.FromSeconds(1)));
        await walk.ReadyAsync();
        return walk;
    }

    /// <summary>Waits until a design is there, though help or another pane may lie over it, and its page hears the keys and the pointer.</summary>
    public Task ReadyAsync() => Page.Locator("body[data-keys-ready][data-help-ready] .preview[data-ready] [data-testid=document]")
        .WaitForAsync(new() { State = WaitForSelectorState.Attached });

    public async Task OpenSectionAsync(string id)
    {
        await Page.GetByTestId($"section-{id}").ClickAsync();
        await Assertions.Expect(Page.GetByTestId($"section-{id}")).ToHaveAttributeAsync("aria-current", "page");
    }

    /// <summary>Opens a new row of a table and waits until its first cell has the keyboard: what is typed before may go there.</summary>
    public async Task<ILocator> OpenRowAsync(string table, string firstCell)
    {
        await Page.Locator($"[id='{table}:add']").ClickAsync();
        var row = Page.Locator("tr.row-draft");
        await Assertions.Expect(row.GetByLabel(firstCell, new() { Exact = true })).ToBeFocusedAsync();
        return row;
    }

    /// <summary>Shows a document by its path in the bundle.</summary>
    public async Task ShowAsync(string path)
    {
        await Page.Locator($".preview-tab[data-path='{path}']").ClickAsync();
        await Assertions.Expect(Document).ToHaveAttributeAsync("data-path", path);
    }

    public Task SeesAsync(string text) => Assertions.Expect(Document).ToContainTextAsync(text);

    public Task MissesAsync(string text) => Assertions.Expect(Document).Not.ToContainTextAsync(text);

    /// <summary>Waits until the disk holds what the page shows. That an edit is shown is to be seen first: until then what was saved is the design without it.</summary>
    public Task SavedAsync() => Assertions.Expect(Page.GetByTestId("save-state")).ToHaveAttributeAsync("data-state", "Saved");

    /// <summary>Searches a catalogue and switches one of its entries.</summary>
    public async Task SwitchAsync(string search, string text, string entry, bool isOn)
    {
        await Page.GetByLabel(search, new() { Exact = true }).FillAsync(text);
        var box = Page.GetByRole(AriaRole.Checkbox, new() { Name = entry, Exact = true });
        await box.SetCheckedAsync(isOn);
        await Assertions.Expect(box).ToBeCheckedAsync(new() { Checked = isOn });
    }

    /// <summary>Types into the cell or field with this path and leaves it.</summary>
    public async Task FillAsync(string fieldPath, string text)
    {
        var cell = Page.Locator($"[id='{fieldPath}']");
        await cell.FillAsync(text);
        await cell.BlurAsync();
    }
}
