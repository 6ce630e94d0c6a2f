using Microsoft.AspNetCore.Components;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Components.Runs;

/// <summary>Chooses the steps of a build.</summary>
public sealed partial class BuildChoicesForm : ComponentBase
{
    [Parameter, EditorRequired]
    public required ImageDesign Design { get; set; }

    /// <summary>The design's folder name, for links to its fields.</summary>
    [Parameter, EditorRequired]
    public required string Slug { get; set; }

    [Parameter, EditorRequired]
    public required BuildChoices Choices { get; set; }

    [Parameter]
    public EventCallback<BuildChoices> ChoicesChanged { get; set; }

    [Parameter, EditorRequired]
    public required BuildHost Host { get; set; }

    /// <summary>What catches newcomers: the builder reads root's storage, and one's own is another.</summary>
    private string RootNote => Host.Root switch
    {
        RootAccess.IsRoot => "Disk images and ISOs are made from root's storage, which is where this build puts the image.",
        RootAccess.Sudo when Choices.BuildAsRoot => "Disk images and ISOs are made from root's storage. The whole build runs there by sudo.",
        RootAccess.Sudo => "Disk images and ISOs are made from root's storage. The image is copied there by sudo, which asks for no password here.",
        _ => "Disk images and ISOs are made from root's storage, and sudo wants a password here. The build stops at that step and shows the commands for a terminal; it goes on when they are done.",
    };

    private static string LabelOf(ImageType type) => DeliveryFields.ImageTypes.Codec.Choices.First(choice => choice.Value == type).Label;

    private Task Change(ImageType type, bool isChosen) => Change(Choices with
    {
        ImageTypes = Design.Outputs.ImageTypes.Where(each => each == type ? isChosen : Choices.ImageTypes.Contains(each)).ToEquatableArray(),
    });

    private Task Change(BuildChoices choices) => ChoicesChanged.InvokeAsync(choices);
}
