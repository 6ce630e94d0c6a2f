using Microsoft.AspNetCore.Components;
using Veilor.Designer.Components.Fields;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Editing;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Components.Editor.Sections;

/// <summary>One user: names and ids, keys with their fingerprints, and the password, of which only the hash is kept.</summary>
public sealed partial class UserCard : ComponentBase
{
    private static readonly RecordField<UserAccount> Field = UsersFields.Accounts;

    private static readonly CellText<UserAccount> KeysCell = RecordCells.Of(Field, "ssh_keys");

    private static readonly CellText<UserAccount> PasswordCell = RecordCells.Of(Field, "password");

    private static readonly CellText<UserAccount>[] FlagCells = [RecordCells.Of(Field, "locked"), RecordCells.Of(Field, "change_password")];

    private static readonly CellText<UserAccount>[] PlainCells =
        [.. RecordCells.Of(Field).Where(cell => cell != KeysCell && cell != PasswordCell && !FlagCells.Contains(cell))];

    [CascadingParameter]
    public required IDesignEditor Editor { get; set; }

    [Parameter, EditorRequired]
    public required UserAccount Account { get; set; }

    [Parameter]
    public EquatableArray<Diagnostic> Problems { get; set; }

    [Parameter, EditorRequired]
    public required Func<UserAccount, Task> OnRemove { get; set; }

    /// <summary>What stands beside the password, in the design and on the login screen.</summary>
    private IEnumerable<string> Names =>
        [Key, Account.FullName, Editor.Design.Image.Name.ToString(), Editor.Design.Image.Title, Editor.Design.System.Hostname?.ToString() ?? ""];

    private string Key => Field.KeyOf(Account);

    private FieldPath Path => Field.PathOf(Account);

    private FieldPath CellPath(CellText<UserAccount> cell) => Field.PathOf(Account, cell.Column.Name);

    /// <summary>The files that hold the user and that this column goes to; none while the cell is empty.</summary>
    private EquatableArray<string> TargetsOf(CellText<UserAccount> cell) =>
        cell.Format(Account) is "" or "false" ? [] : HomesOf(cell).Where(home => Editor.Compiled.FindDocument(home) is not null).ToEquatableArray();

    private EquatableArray<string> HomesOf(CellText<UserAccount> cell) => Editor.Compiled.HomesOf(Field.Path.Member(cell.Column.Name));

    private TextCheck Check(CellText<UserAccount> cell, string text)
    {
        var check = cell.Check(text);
        if (check.Error is not null)
        {
            return check;
        }

        var key = Field.KeyOf(cell.Set(Account, text));
        return !string.Equals(key, Key, StringComparison.Ordinal) && Field.Find(Editor.Design, key) is not null
            ? TextCheck.Wrong($"There is a user “{key}” already.")
            : check;
    }

    private void Set(CellText<UserAccount> cell, string text) =>
        Change(cell, EditLabels.SetCell(cell.Column.Label, Field.ItemLabel, Key), account => cell.Set(account, text), cell.Kind != InputKind.Flag);

    private void SetKeys(string label, Func<EquatableArray<SshPublicKey>, EquatableArray<SshPublicKey>> change) =>
        Change(KeysCell, $"{label} of user {Key}", account => account with { SshKeys = change(account.SshKeys) }, joinsPrevious: false);

    private void SetPassword(PasswordHash? hash) =>
        Change(
            PasswordCell,
            hash is null ? $"remove the password of user {Key}" : $"set the password of user {Key}",
            account => account with { Password = hash },
            joinsPrevious: false);

    private void Change(CellText<UserAccount> cell, string label, Func<UserAccount, UserAccount> change, bool joinsPrevious)
    {
        var key = Key;
        Editor.Apply(new DesignEdit(
            CellPath(cell),
            label,
            design => Field.Find(design, key) is { } current ? Field.Replace(design, key, change(current)) : design,
            joinsPrevious));
    }
}
