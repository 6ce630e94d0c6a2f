namespace Veilor.Designer.Core.Design;

/// <summary>
/// A whole design: one immutable value. An edit makes a new one that shares every section it does not touch,
/// which is what makes undo, autosave, preview and several tabs one mechanism.
/// </summary>
public sealed record ImageDesign
{
    /// <summary>The format number that <c>design.toml</c> carries.</summary>
    public const int Format = 1;

    public ImageSection Image { get; init; } = new();

    public PackagesSection Packages { get; init; } = new();

    public KernelSection Kernel { get; init; } = new();

    public ServicesSection Services { get; init; } = new();

    public UsersSection Users { get; init; } = new();

    public SystemSection System { get; init; } = new();

    public StorageSection Storage { get; init; } = new();

    public BrandingSection Branding { get; init; } = new();

    public OverlaySection Overlay { get; init; } = new();

    public ScriptsSection Scripts { get; init; } = new();

    public InstallerSection Installer { get; init; } = new();

    public OutputsSection Outputs { get; init; } = new();

    public PublishSection Publish { get; init; } = new();

    public WorkflowSection Workflow { get; init; } = new();

    public ExtraSection Extra { get; init; } = new();
}
