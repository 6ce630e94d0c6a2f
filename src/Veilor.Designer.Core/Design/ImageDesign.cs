namespace Veilor.Designer.Core.Design;

/// <summary>
/// A whole design: one immutable value. An edit makes a new one that shares every section it does not touch,
/// which is what makes undo, autosave, preview and several tabs one mechanism.
/// </summary>
public sealed record ImageDesign
{
    /// <summary>The format number that <c>design.toml</c> carries.</summary>
    public const int Format = 1;

    public ImageSection Image
    {
        get => Read(field, DesignPart.Image);
        init;
    } = new();

    public PackagesSection Packages
    {
        get => Read(field, DesignPart.Packages);
        init;
    } = new();

    public KernelSection Kernel
    {
        get => Read(field, DesignPart.Kernel);
        init;
    } = new();

    public ServicesSection Services
    {
        get => Read(field, DesignPart.Services);
        init;
    } = new();

    public UsersSection Users
    {
        get => Read(field, DesignPart.Users);
        init;
    } = new();

    public SystemSection System
    {
        get => Read(field, DesignPart.System);
        init;
    } = new();

    public StorageSection Storage
    {
        get => Read(field, DesignPart.Storage);
        init;
    } = new();

    public BrandingSection Branding
    {
        get => Read(field, DesignPart.Branding);
        init;
    } = new();

    public OverlaySection Overlay
    {
        get => Read(field, DesignPart.Overlay);
        init;
    } = new();

    public ScriptsSection Scripts
    {
        get => Read(field, DesignPart.Scripts);
        init;
    } = new();

    public InstallerSection Installer
    {
        get => Read(field, DesignPart.Installer);
        init;
    } = new();

    public OutputsSection Outputs
    {
        get => Read(field, DesignPart.Outputs);
        init;
    } = new();

    public PublishSection Publish
    {
        get => Read(field, DesignPart.Publish);
        init;
    } = new();

    public WorkflowSection Workflow
    {
        get => Read(field, DesignPart.Workflow);
        init;
    } = new();

    public ExtraSection Extra
    {
        get => Read(field, DesignPart.Extra);
        init;
    } = new();

    private DesignWatch Watch { get; init; }

    /// <summary>The same design, which notes what is read of it.</summary>
    internal ImageDesign WatchedBy(DesignReads reads) => this with { Watch = new DesignWatch(reads) };

    /// <summary>The same design, which nobody watches.</summary>
    internal ImageDesign Unwatched() => this with { Watch = default };

    /// <summary>Notes a reading that was done before and is taken over.</summary>
    internal void Note(DesignReads reads) => Watch.Note(reads);

    /// <summary>The section record, by the name of its property.</summary>
    internal object PartOf(DesignPart part) => part switch
    {
        DesignPart.Image => Image,
        DesignPart.Packages => Packages,
        DesignPart.Kernel => Kernel,
        DesignPart.Services => Services,
        DesignPart.Users => Users,
        DesignPart.System => System,
        DesignPart.Storage => Storage,
        DesignPart.Branding => Branding,
        DesignPart.Overlay => Overlay,
        DesignPart.Scripts => Scripts,
        DesignPart.Installer => Installer,
        DesignPart.Outputs => Outputs,
        DesignPart.Publish => Publish,
        DesignPart.Workflow => Workflow,
        DesignPart.Extra => Extra,
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, message: null),
    };

    private TSection Read<TSection>(TSection section, DesignPart part)
    {
        Watch.Note(part);
        return section;
    }
}
