using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Veilor.Designer.Builds;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Storage;
using Veilor.Designer.Core.Values;
using Veilor.Designer.Hosting;
using Veilor.Designer.Workspace;
using Veilor.Designer.Workspace.Comparisons;
using Veilor.Designer.Workspace.Sharing;
using Veilor.Designer.Workspace.Snapshots;

namespace Veilor.Designer.Tests.Workspace;

/// <summary>A workspace on the disk with one template, and a clock that stands until a test moves it.</summary>
public sealed class WorkspaceFixture : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("veilor-workspace-");

    public WorkspaceFixture()
    {
        Time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        Location = WorkspaceLocation.Resolve(PathOf("workspace"), _ => null);
        Location.Create();
        WriteContent("templates/demo/design.toml", DesignToml.ToText(Template));
        WriteContent("templates/demo/README.md", "A template for tests.\n");
        WriteContent("overlay/etc/motd", "hello\n");
        WriteContent("assets/logo.txt", "logo\n");
        WriteContent("scripts/10-first.sh", "#!/bin/sh\ntrue\n", FileModes.Executable);

        var root = new ContentRoot(PathOf("content"));
        Reader = new DesignFolderReader(new ContentSets(root));
        Templates = new TemplateLibrary(root, Reader);
        Sessions = new DesignSessions(Location, Reader, Time, NullLogger<DesignSessions>.Instance);
        Library = new DesignLibrary(Location, Templates, Reader, Sessions, Time);
        Snapshots = new DesignSnapshots(Time);
        Builds = new BuildService(new RunFolders(Location.Runs, NullLogger<RunFolders>.Instance), TimeProvider.System, NullLogger<BuildService>.Instance);
        Comparisons = new ComparisonSources(Sessions, Library, Templates, Snapshots, Builds, Reader);
        Sharing = new DesignSharing(Templates);
    }

    public static ImageDesign Template { get; } = new()
    {
        Image = new ImageSection
        {
            Name = ImageName.Parse("demo"),
            Title = "Demo",
            Description = "An image for tests.",
        },
        Overlay = new OverlaySection { From = VolumeName.Parse("veilor-os"), AssetsTarget = AbsolutePath.Parse("/usr/share/demo") },
        Packages = new PackagesSection { Install = [PackageSpec.Parse("git"), PackageSpec.Parse("htop")] },
    };

    public FakeTimeProvider Time { get; }

    public WorkspaceLocation Location { get; }

    public DesignFolderReader Reader { get; }

    public TemplateLibrary Templates { get; }

    public DesignSessions Sessions { get; }

    public DesignLibrary Library { get; }

    public DesignSnapshots Snapshots { get; }

    /// <summary>Runs nothing until it is started.</summary>
    public BuildService Builds { get; }

    public ComparisonSources Comparisons { get; }

    public DesignSharing Sharing { get; }

    public string PathOf(string relative) => Path.Combine(_root.FullName, relative);

    /// <summary>The path of a file of a design.</summary>
    public string DesignFile(string slug, string relative = DesignToml.FileName) => Path.Combine(Location.Designs, slug, relative);

    /// <summary>Makes a design from the template and opens it.</summary>
    public DesignSession Open()
    {
        var slug = Library.CreateFromTemplate("demo").Value!;
        return Sessions.Open(slug).Session!;
    }

    public void WriteContent(string relative, string text, UnixFileMode mode = FileModes.Plain)
    {
        var path = Path.Combine(PathOf("content"), relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        File.SetUnixFileMode(path, mode);
    }

    public void Dispose()
    {
        Sessions.Dispose();
        Builds.Dispose();
        _root.Delete(recursive: true);
    }
}
