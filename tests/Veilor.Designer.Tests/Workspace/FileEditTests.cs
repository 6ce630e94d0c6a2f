using System.Text;
using Veilor.Designer.Core.Editing;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Tests.Workspace;

/// <summary>Edits that change files beside the design: each is a step of undo, and the disk is what the snapshot says.</summary>
public sealed class FileEditTests : IDisposable
{
    private readonly WorkspaceFixture _workspace = new();
    private readonly DesignSession _session;

    public FileEditTests() => _session = _workspace.Open();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void A_new_file_is_there_at_once_and_gone_after_undo_and_there_again_after_redo()
    {
        byte[] content = [0, 1, 2, 255, 10, 13];
        Edit("add etc/blob", ("overlay/etc/blob", content));

        Assert.Equal(content, Read("overlay/etc/blob"));
        Assert.Equal("add etc/blob", _session.Snapshot.History.NextUndo!.Label);
        Assert.Equal("overlay.files", _session.Undo()!.Value.Value);
        Assert.Null(Read("overlay/etc/blob"));
        _session.Redo();
        Assert.Equal(content, Read("overlay/etc/blob"));
    }

    [Fact]
    public void A_file_that_is_replaced_and_deleted_comes_back_byte_for_byte_with_its_mode()
    {
        Edit("replace", ("scripts/10-first.sh", "#!/bin/sh\nfalse\n"u8.ToArray()));
        Edit("delete", ("scripts/10-first.sh", null));
        Assert.False(File.Exists(_workspace.DesignFile(_session.Slug, "scripts/10-first.sh")));

        _session.Undo();
        Assert.Equal("#!/bin/sh\nfalse\n", Encoding.UTF8.GetString(Read("scripts/10-first.sh")!));
        _session.Undo();
        Assert.Equal("#!/bin/sh\ntrue\n", Encoding.UTF8.GetString(Read("scripts/10-first.sh")!));
        Assert.True(_session.Snapshot.Compiled.Content.Find("scripts/10-first.sh")!.IsExecutable);
    }

    [Fact]
    public void Design_and_files_change_in_one_step()
    {
        _session.Apply(
            new DesignEdit("overlay.files", "both", design => ImageFields.Title.Set(design, "Both")) { Files = [new StashedFile("overlay/etc/new", _session.Files.Add("x"u8, isExecutable: false))] },
            "tab");
        Assert.Equal("Both", _session.Snapshot.Compiled.Design.Image.Title);

        _session.Undo();

        Assert.NotEqual("Both", _session.Snapshot.Compiled.Design.Image.Title);
        Assert.Null(Read("overlay/etc/new"));
    }

    [Fact]
    public void An_empty_folder_goes_with_its_last_file_and_comes_back_with_it()
    {
        Edit("add", ("overlay/opt/deep/er/file", "x"u8.ToArray()));
        Edit("delete", ("overlay/opt/deep/er/file", null));
        Assert.False(Directory.Exists(_workspace.DesignFile(_session.Slug, "overlay/opt")));

        _session.Undo();
        Assert.Equal("x"u8.ToArray(), Read("overlay/opt/deep/er/file"));
    }

    [Fact]
    public void A_file_can_take_the_place_of_a_folder_and_back()
    {
        Edit("add", ("overlay/etc/a/b", "b"u8.ToArray()));
        Edit("turn", ("overlay/etc/a", "a"u8.ToArray()), ("overlay/etc/a/b", null));
        Assert.Equal("a"u8.ToArray(), Read("overlay/etc/a"));

        _session.Undo();
        Assert.Equal("b"u8.ToArray(), Read("overlay/etc/a/b"));
    }

    [Fact]
    public void When_one_file_cannot_be_placed_nothing_is_changed()
    {
        var before = _session.Snapshot;

        var problem = Assert.Throws<IOException>(() => Edit("bad", ("overlay/etc/first", "1"u8.ToArray()), ("overlay/etc/motd/below", "2"u8.ToArray())));

        Assert.Contains("overlay/etc/motd is a file", problem.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_workspace.DesignFile(_session.Slug, "overlay/etc/first")));
        Assert.Same(before.History, _session.Snapshot.History);
    }

    [Fact]
    public void A_link_among_the_folders_is_never_followed()
    {
        var outside = _workspace.PathOf("outside");
        Directory.CreateDirectory(outside);
        Directory.CreateSymbolicLink(_workspace.DesignFile(_session.Slug, "overlay/etc/out"), outside);

        Assert.Contains("is a link", Assert.Throws<IOException>(() => Edit("escape", ("overlay/etc/out/file", "x"u8.ToArray()))).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(outside));
    }

    [Theory]
    [InlineData("../escape")]
    [InlineData("overlay/../../escape")]
    [InlineData("/etc/passwd")]
    [InlineData("design.toml")]
    [InlineData("overlay/.git/hooks/x")]
    [InlineData("overlay//x")]
    public void A_path_outside_of_the_content_folders_is_refused(string path)
    {
        Assert.NotEmpty(FileStash.Problem(path));
        Assert.Throws<ArgumentException>(() => Edit("escape", (path, "x"u8.ToArray())));
    }

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    public void A_key_that_the_stash_did_not_give_is_refused(string key)
    {
        Assert.ThrowsAny<Exception>(() => _session.Apply(new DesignEdit("overlay.files", "x", design => design) { Files = [new StashedFile("overlay/etc/motd", key)] }, "tab"));
        Assert.Equal("hello\n"u8.ToArray(), Read("overlay/etc/motd"));
    }

    [Fact]
    public void What_another_program_wrote_in_between_comes_back_with_redo()
    {
        Edit("replace", ("overlay/etc/motd", "mine\n"u8.ToArray()));
        File.WriteAllText(_workspace.DesignFile(_session.Slug, "overlay/etc/motd"), "theirs\n");

        _session.Undo();
        Assert.Equal("hello\n"u8.ToArray(), Read("overlay/etc/motd"));
        _session.Redo();
        Assert.Equal("theirs\n"u8.ToArray(), Read("overlay/etc/motd"));
    }

    [Fact]
    public void An_undo_that_the_disk_refuses_leaves_the_history_and_says_why()
    {
        Edit("delete", ("overlay/etc/motd", null));
        Directory.CreateDirectory(_workspace.DesignFile(_session.Slug, "overlay/etc/motd"));

        Assert.Null(_session.Undo());

        Assert.Equal("delete", _session.Snapshot.History.NextUndo!.Label);
        Assert.Equal(SaveState.Failed, _session.Snapshot.Save.State);
        Assert.Contains("is a folder", _session.Snapshot.Save.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_stash_ends_with_the_session_and_an_earlier_one_is_cleared()
    {
        var left = _workspace.DesignFile(_session.Slug, ".undo/0123/file");
        Directory.CreateDirectory(Path.GetDirectoryName(left)!);
        File.WriteAllText(left, "left by a crash");
        Edit("delete", ("overlay/etc/motd", null));
        Assert.False(File.Exists(left));
        Assert.Equal("*\n", File.ReadAllText(_workspace.DesignFile(_session.Slug, ".undo/.gitignore")));

        _workspace.Sessions.Close(_session.Slug);

        Assert.Empty(Directory.EnumerateDirectories(_workspace.DesignFile(_session.Slug, ".undo")));
    }

    private void Edit(string label, params (string Path, byte[]? Content)[] files) => _session.Apply(
        new DesignEdit("overlay.files", label, design => design)
        {
            Files = [.. files.Select(file => new StashedFile(file.Path, file.Content is null ? null : _session.Files.Add(file.Content, isExecutable: false)))],
        },
        "tab");

    /// <summary>The file as the snapshot and the disk have it, which must agree; null when neither has it.</summary>
    private byte[]? Read(string path)
    {
        var file = _session.Snapshot.Compiled.Content.Find(path);
        var disk = _workspace.DesignFile(_session.Slug, path);
        Assert.Equal(file is not null, File.Exists(disk));
        if (file is null)
        {
            return null;
        }

        using var stream = file.ToBundleEntry().Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        Assert.Equal(File.ReadAllBytes(disk), copy.ToArray());
        return copy.ToArray();
    }
}
