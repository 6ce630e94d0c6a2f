using Veilor.Designer.Hosting;

namespace Veilor.Designer.Tests.Hosting;

public sealed class WorkspaceLocationTests : IDisposable
{
    private const UnixFileMode OwnerOnly =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode Open = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("/srv/designs", "/state", "/home/me", "/srv/designs")]
    [InlineData(null, "/state", "/home/me", "/state/veilor-designer")]
    [InlineData("", "/state", "/home/me", "/state/veilor-designer")]
    [InlineData(null, "relative", "/home/me", "/home/me/.local/state/veilor-designer")]
    [InlineData(null, "", "/home/me", "/home/me/.local/state/veilor-designer")]
    [InlineData(null, null, "/home/me", "/home/me/.local/state/veilor-designer")]
    public void It_is_the_named_folder_or_the_users_state_folder(
        string? named, string? state, string? home, string expected) =>
        Assert.Equal(expected, WorkspaceLocation.Resolve(named, Environment(state, home)).Root);

    [Fact]
    public void A_relative_name_starts_from_the_working_directory() =>
        Assert.Equal(
            Path.Combine(Directory.GetCurrentDirectory(), "mine"),
            WorkspaceLocation.Resolve("mine", Environment(null, null)).Root);

    [Fact]
    public void Without_a_home_directory_the_message_says_what_to_do()
    {
        var e = Assert.Throws<WorkspaceUnavailableException>(
            () => WorkspaceLocation.Resolve(null, Environment(null, null)));
        Assert.Contains("--workspace", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_workspace_is_for_its_owner_alone()
    {
        var workspace = WorkspaceLocation.Resolve(_folder.Of("new", "place"), Environment(null, null));

        workspace.Create();

        Assert.Equal(OwnerOnly, File.GetUnixFileMode(workspace.Root));
        Assert.True(Directory.Exists(workspace.Designs));
        Assert.True(Directory.Exists(workspace.Runs));
    }

    [Fact]
    public void The_users_state_folder_is_closed_when_it_was_open()
    {
        var workspace = WorkspaceLocation.Resolve(null, Environment(_folder.Path, null));
        Directory.CreateDirectory(workspace.Root);
        File.SetUnixFileMode(workspace.Root, Open);

        workspace.Create();

        Assert.Equal(OwnerOnly, File.GetUnixFileMode(workspace.Root));
    }

    [Fact]
    public void A_named_folder_that_exists_keeps_its_mode()
    {
        var workspace = WorkspaceLocation.Resolve(_folder.Of("shared"), Environment(null, null));
        Directory.CreateDirectory(workspace.Root);
        File.SetUnixFileMode(workspace.Root, Open);

        workspace.Create();

        Assert.Equal(Open, File.GetUnixFileMode(workspace.Root));
    }

    [Fact]
    public void A_file_in_its_place_is_told_with_the_path()
    {
        File.WriteAllText(_folder.Of("file"), "");
        var workspace = WorkspaceLocation.Resolve(_folder.Of("file"), Environment(null, null));

        var e = Assert.Throws<WorkspaceUnavailableException>(workspace.Create);

        Assert.Contains(workspace.Root, e.Message, StringComparison.Ordinal);
    }

    private static Func<string, string?> Environment(string? state, string? home) => name => name switch
    {
        "XDG_STATE_HOME" => state,
        "HOME" => home,
        _ => null,
    };
}
