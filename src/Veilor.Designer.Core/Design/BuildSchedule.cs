namespace Veilor.Designer.Core.Design;

/// <summary>How often the workflow builds the image without a change, so that updates of the base reach the machines.</summary>
public enum BuildSchedule
{
    Weekly,
    Daily,
    Monthly,
    Never,
}
