using Microsoft.AspNetCore.Components;
using Veilor.Designer.Components.Editor;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Components.Pages;

/// <summary>What an address names and the editor does not have is said, and an address of the wrong section is corrected.</summary>
public sealed partial class DesignPage
{
    private string? _unknownSection;
    private string? _unknownField;
    private string? _readFocus;

    /// <summary>Reads section and field. A field is shown in its own section, whichever the address names.</summary>
    /// <returns>False when another address was asked for, which is read next.</returns>
    private bool ReadAddress()
    {
        var named = SectionId is null ? null : DesignFields.FindSection(SectionId);
        var section = SectionOf(FocusedField) ?? named ?? DesignFields.Sections[0];
        var isOpened = _openedSlug is not null && string.Equals(_openedSlug, Slug, StringComparison.Ordinal);
        if (SectionId is not null && named is null)
        {
            _unknownSection = SectionId;
        }
        else if (!isOpened || section != _section)
        {
            _unknownSection = null;
        }

        if (!isOpened || !string.Equals(_readFocus, FocusedField, StringComparison.Ordinal))
        {
            _readFocus = FocusedField;
            _unknownField = IsKnown(FocusedField) ? null : FocusedField;
        }

        _section = section;
        var address = Navigation.ToAbsoluteUri(EditorUrl.Of(Slug, section.Id) + new Uri(Navigation.Uri).Query).AbsoluteUri;
        if (string.Equals(section.Id, SectionId ?? DesignFields.Sections[0].Id, StringComparison.Ordinal)
            || string.Equals(address, Navigation.Uri, StringComparison.Ordinal))
        {
            return true;
        }

        if (!isOpened)
        {
            Open();
        }

        Navigation.NavigateTo(address, new NavigationOptions { ReplaceHistoryEntry = true });
        return false;
    }

    /// <summary>The section that shows a field; null for what is no field.</summary>
    private static DesignSection? SectionOf(string? focus) =>
        focus is { Length: > 0 } && !IsControl(focus) && DesignFields.Find(focus) is { } field
            ? DesignFields.Sections.FirstOrDefault(section => section.Fields.Contains(field))
            : null;

    /// <summary>True for a field, a place of files, and a control that is no field, such as a switch of the catalogue: those are found on the page.</summary>
    private static bool IsKnown(string? focus) =>
        string.IsNullOrEmpty(focus) || IsControl(focus) || DesignFields.Find(focus) is not null
        || ContentFields.Files.Covers(focus) || ContentFields.ScriptFiles.Covers(focus);

    /// <summary>Ids of controls have a colon; a colon in a key of a list stands in its brackets.</summary>
    private static bool IsControl(string focus) => new FieldPath(focus).Field.Value.Contains(':', StringComparison.Ordinal);
}
