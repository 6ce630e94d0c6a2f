using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using Veilor.Designer.Components.Fields;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Components.Editor.Sections;

/// <summary>The users, a card each. A new one needs a login name; the rest is filled in on its card.</summary>
public sealed partial class UserCards : FieldComponent<RecordField<UserAccount>>
{
    private readonly RowIds _ids = new();
    private string _draft = "";
    private string? _error;
    private string? _focus;

    [Inject]
    public required IJSRuntime Script { get; init; }

    private EquatableArray<UserAccount> Items => Field.Get(Design);

    private EquatableArray<Diagnostic> UnplacedProblems =>
        Problems.Where(problem => !Items.Any(item => Problems.ProblemsOfItem(Field.PathOf(item)).IndexOf(problem) >= 0)).ToEquatableArray();

    protected override bool ReadSlice()
    {
        var isChanged = base.ReadSlice();
        _ids.Follow([.. Items.Select(Field.KeyOf)]);
        return isChanged;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus is { } focus)
        {
            _focus = null;
            await Script.FocusFieldAsync(focus, AdderId);
        }
    }

    private string AddId => Id + ":add";

    private string AdderId => Id + ":adder";

    protected override void OnInitialized()
    {
        _draft = Editor.Drafts.Find(AddId) ?? "";
        Leave();
    }

    private void Type(string? text)
    {
        _draft = text ?? "";
        _error = null;
        if (_draft.Length == 0)
        {
            Editor.Drafts.Drop(AddId);
        }
        else
        {
            Editor.Drafts.Keep(AddId, _draft);
        }
    }

    private void Press(KeyboardEventArgs key)
    {
        if (string.Equals(key.Key, "Enter", StringComparison.Ordinal))
        {
            Add();
        }
    }

    private void Leave()
    {
        _error = _draft.Length == 0 ? null : Problem(_draft);
        Editor.Drafts.Leave(AddId);
    }

    private void Add()
    {
        _error = Problem(_draft);
        if (_error is not null)
        {
            return;
        }

        var account = Field.CreateBlank() with { Name = UnixName.Parse(_draft.Trim()) };
        Type("");
        _focus = Field.PathOf(account, "full_name").Value;
        Apply(Field.PathOf(account), EditLabels.Add(Field.ItemLabel, account.Name.ToString()), design => Field.Put(design, account));
    }

    private string? Problem(string text) =>
        !UnixName.TryParse(text.Trim(), out var name, out var error) ? error
        : Field.Find(Design, name.ToString()) is not null ? $"There is a user “{name}” already."
        : null;

    private async Task RemoveAsync(UserAccount account)
    {
        var key = Field.KeyOf(account);
        Apply(Field.PathOf(account), EditLabels.Remove(Field.ItemLabel, key), design => Field.Remove(design, key));
        await Script.FocusFieldAsync(AddId);
    }
}
