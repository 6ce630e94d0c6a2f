using Microsoft.AspNetCore.Components;
using Veilor.Designer.Components.Editor;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Sharing;
using Veilor.Designer.Workspace;
using Veilor.Designer.Workspace.Sharing;

namespace Veilor.Designer.Components.Pages;

/// <summary>
/// What a link holds, and the question whether to make a design of it. A link comes from anybody, so opening the page
/// makes nothing: only the button does, and only over the circuit, which no other page can use.
/// </summary>
public sealed partial class OpenLinkPage : ComponentBase
{
    private string _text = "";
    private string _problem = "";
    private string? _read;
    private LinkReading? _reading;

    [Inject]
    public required DesignSharing Sharing { get; init; }

    [Inject]
    public required DesignLibrary Designs { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>The payload of the link.</summary>
    [SupplyParameterFromQuery(Name = DesignSharing.DesignKey)]
    public string? Payload { get; set; }

    protected override void OnParametersSet()
    {
        if (!string.Equals(_read, Payload, StringComparison.Ordinal))
        {
            _read = Payload;
            _reading = Payload is null ? null : DesignLink.Read(Payload);
        }
    }

    private void Look()
    {
        var payload = DesignSharing.PayloadOf(_text);
        _reading = DesignLink.Read(payload);
        if (_reading.Linked is not null)
        {
            _reading = null;
            Navigation.NavigateTo(DesignSharing.PathOf(payload));
        }
    }

    private void Accept()
    {
        if (_reading?.Linked is { } linked)
        {
            var created = Designs.Create(linked.Design, Sharing.FilesOf(linked), linked.FilesOf);
            _problem = created.Problem;
            if (created.Value is { } slug)
            {
                Navigation.NavigateTo(EditorUrl.Of(slug));
            }
        }
    }

    private IEnumerable<string> Warnings(LinkedDesign linked)
    {
        var errors = DesignCompiler.Compile(linked.Design, Sharing.FilesOf(linked)).Diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return
        [
            .. _reading!.TakenOut,
            .. Sharing.MissingFiles(linked) is { Length: > 0 } missing ? [missing] : Array.Empty<string>(),
            .. errors > 0 ? [$"It has {Severities.Count(errors, "error")}, which the editor shows with a way to fix each."] : Array.Empty<string>(),
        ];
    }

    /// <summary>What is taken as it is and runs as root: it is shown whole.</summary>
    private static IEnumerable<(string Label, string Text)> OwnLines(ImageDesign design) =>
        new[] { ContentFields.BeforePackages, ContentFields.AfterPackages, ContentFields.BeforeLint, DeliveryFields.ExtraKickstart, DeliveryFields.OwnKickstart }
            .Select(field => ($"{DesignFields.FindSection(field.Path.Section)!.Title}: {field.Label}", field.Get(design)))
            .Where(lines => lines.Item2.Length > 0);
}
