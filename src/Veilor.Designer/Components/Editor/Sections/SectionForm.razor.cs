using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Veilor.Designer.Components.Fields;

namespace Veilor.Designer.Components.Editor.Sections;

/// <summary>Shows the form of a section and brings the keyboard to a field of it.</summary>
public sealed partial class SectionForm : ComponentBase
{
    private (string Section, string? Focus) _focused;

    [Inject]
    public required IJSRuntime Script { get; init; }

    /// <summary>The id of the section, as in the address: <c>kernel</c>.</summary>
    [Parameter, EditorRequired]
    public required string SectionId { get; set; }

    /// <summary>The path of the field to bring the keyboard to, also of an item or a cell; null leaves it where it is.</summary>
    [Parameter]
    public string? Focus { get; set; }

    /// <summary>The form of a section.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such section.</exception>
    public static Type FormFor(string section) => section switch
    {
        "image" => typeof(ImageSectionForm),
        "packages" => typeof(PackagesSectionForm),
        "kernel" => typeof(KernelSectionForm),
        "services" => typeof(ServicesSectionForm),
        "users" => typeof(UsersSectionForm),
        "system" => typeof(SystemSectionForm),
        "storage" => typeof(StorageSectionForm),
        "branding" => typeof(BrandingSectionForm),
        "overlay" => typeof(OverlaySectionForm),
        "scripts" => typeof(ScriptsSectionForm),
        "installer" => typeof(InstallerSectionForm),
        "outputs" => typeof(OutputsSectionForm),
        "publish" => typeof(PublishSectionForm),
        "workflow" => typeof(WorkflowSectionForm),
        "extra" => typeof(ExtraSectionForm),
        _ => throw new ArgumentOutOfRangeException(nameof(section), section, message: null),
    };

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (string.IsNullOrEmpty(Focus) || _focused == (SectionId, Focus))
        {
            _focused = (SectionId, Focus);
            return;
        }

        _focused = (SectionId, Focus);
        await Script.FocusFieldAsync(Focus);
    }
}
