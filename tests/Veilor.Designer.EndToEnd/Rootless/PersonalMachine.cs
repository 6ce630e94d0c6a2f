using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using CliWrap;
using CliWrap.Buffered;
using Veilor.Designer.EndToEnd.App;
using Veilor.Designer.EndToEnd.Containers;
using Veilor.Designer.EndToEnd.Pipeline;

namespace Veilor.Designer.EndToEnd.Rootless;

/// <summary>
/// A machine as a person has it: a user without rights, sudo, and two storages of images. It is a mount namespace with an /etc and a storage of
/// root's of its own, so that nothing of it is left behind; making it takes root, or a sudo without password. The user's storage has the base,
/// root's the image builder's stand-in.
/// </summary>
internal sealed class PersonalMachine : IAsyncDisposable
{
    private const string User = "person";

    private const string Setup =
        """
        set -euo pipefail
        mkdir -p "$1"/{etc,work,home,runtime,storage,tmp,root/lib,root/containers,root/libpod} /var/lib/containers /run/containers /run/libpod
        mount -t overlay overlay -o "lowerdir=/etc,upperdir=$1/etc,workdir=$1/work" /etc
        mount --bind "$1/root/lib" /var/lib/containers
        mount --bind "$1/root/containers" /run/containers
        mount --bind "$1/root/libpod" /run/libpod
        useradd --no-create-home --home-dir "$1/home" --shell /bin/bash person
        grep -q '^person:' /etc/subuid || usermod --add-subuids 600000-665535 --add-subgids 600000-665535 person
        echo "person:$2" | chpasswd
        printf '%s\n' "CONTAINERS_CONF=$1/containers.conf" > "$1/root-environment"
        printf '%s\n' "Defaults:person env_file=$1/root-environment" "person ALL=(ALL:ALL) $3 ALL" > /etc/sudoers.d/person
        chmod 0440 /etc/sudoers.d/person
        chown -R person: "$1"/{home,runtime,storage,tmp}
        chmod 0755 "$1"
        chmod -R a+rX "$1/program"
        echo ready
        exec sleep infinity
        """;

    private readonly TemporaryFolder _folder = new();
    private Process? _holder;

    private PersonalMachine()
    {
    }

    /// <summary>What sudo asks for, where it asks.</summary>
    public const string Password = "canary-of-the-password";

    public string Workspace => Path.Combine(_folder.Path, "home", "workspace");

    /// <summary>The user's id as the namespace has it.</summary>
    public uint UserId { get; private set; }

    /// <summary>Makes the machine.</summary>
    /// <param name="podman">Where the stand-ins are.</param>
    /// <param name="asksForPassword">Whether sudo wants the user's password.</param>
    /// <param name="design">The text of the design; the pipeline's with a disk unless it is given.</param>
    public static async Task<PersonalMachine> StartAsync(PodmanEnvironment podman, bool asksForPassword, string? design = null)
    {
        var machine = new PersonalMachine();
        var folder = machine._folder.Path;
        await ShellAsync($"cp -r '{Path.GetDirectoryName(DesignerProcess.Executable)}' '{folder}/program'");
        File.Copy(RepositoryFiles.PathOf("tests", "stand-in", "containers.conf"), Path.Combine(folder, "containers.conf"));
        machine._folder.Write("storage.conf", $"""
            [storage]
            driver = "overlay"
            graphroot = "{folder}/storage"
            rootless_storage_path = "{folder}/storage"
            runroot = "{folder}/runtime/containers"

            """);
        machine._folder.Write("home/design/design.toml", design ?? PipelineDesign.Text(types: "\"qcow2\""));
        await machine.HoldAsync(asksForPassword ? "" : "NOPASSWD:");
        machine.UserId = uint.Parse((await machine.RunAsync("id", "-u")).StandardOutput, CultureInfo.InvariantCulture);
        await StandInBuilders.EnsureAsync(podman);
        await machine.LoadAsync(podman, StandInBase.Image, machine.AsUser("podman", "load", "--input", $"{folder}/image.tar"));
        await machine.LoadAsync(podman, StandInBuilders.BootcImageBuilder, machine.Inside("env", $"CONTAINERS_CONF={folder}/containers.conf", "podman", "load", "--input", $"{folder}/image.tar"));
        return machine;
    }

    /// <summary>Puts the base into root's storage too, for builds that run there from the start.</summary>
    public Task LoadBaseForRootAsync(PodmanEnvironment podman) =>
        LoadAsync(podman, StandInBase.Image, Inside("env", $"CONTAINERS_CONF={_folder.Path}/containers.conf", "podman", "load", "--input", $"{_folder.Path}/image.tar"));

    /// <summary>Makes the image builder in root's storage take ten minutes and say so.</summary>
    public async Task SlowDownBuilderAsync()
    {
        _folder.Write("slow/Containerfile", $"FROM {StandInBuilders.BootcImageBuilder}\nENV STAND_IN_SECONDS=600\n");
        await RunAsRootAsync("podman", "build", "--pull=never", "--tag", StandInBuilders.BootcImageBuilder, Path.Combine(_folder.Path, "slow"));
    }

    /// <summary>Serves the workspace as the user, with the static files of the build where that user may read them.</summary>
    public async Task<DesignerProcess> ServeAsync()
    {
        var list = Path.Combine(_folder.Path, "program", "veilor-designer.staticwebassets.runtime.json");
        var assets = JsonNode.Parse(await File.ReadAllTextAsync(list))!;
        var roots = assets["ContentRoots"]!.AsArray();
        for (var i = 0; i < roots.Count; i++)
        {
            var copy = Path.Combine(_folder.Path, "assets", i.ToString(CultureInfo.InvariantCulture));
            await ShellAsync($"mkdir -p '{copy}' && tar --exclude=./bin --exclude=./obj -C '{roots[i]}' -c . | tar -C '{copy}' -x && chmod -R a+rX '{copy}'");
            roots[i] = copy + "/";
        }

        await File.WriteAllTextAsync(list, assets.ToJsonString());
        return await DesignerProcess.StartByAsync(arguments => AsUser([Program, .. arguments]), Workspace);
    }

    /// <summary>Sends a signal to the user's program alone, as Ctrl+C or a crash would.</summary>
    public async Task SignalAsync(string signal)
    {
        var id = Directory.GetDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])).First(folder => ArgumentsOf(folder) is [var name, ..] && name == Program);
        await AsRoot("kill", $"-{signal}", Path.GetFileName(id)).ExecuteAsync();
    }

    private string Program => Path.Combine(_folder.Path, "program", "veilor-designer");

    private static string[] ArgumentsOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Split('\0');
        }
        catch (IOException)
        {
            return [];
        }
    }

    /// <summary>Starts the program's <c>build</c> as the user.</summary>
    /// <param name="output">Takes each line of standard output and standard error.</param>
    /// <param name="arguments">What follows the design.</param>
    public CommandTask<CommandResult> Build(Action<string> output, params IEnumerable<string> arguments)
    {
        var target = PipeTarget.ToDelegate(output);
        var command = AsUser([Program, "build", Path.Combine(_folder.Path, "home", "design"), "--workspace", Workspace, .. arguments]);
        return command.WithValidation(CommandResultValidation.None).WithStandardOutputPipe(target).WithStandardErrorPipe(target).ExecuteAsync();
    }

    /// <summary>Runs commands as the user in a terminal, and types the password once when sudo asks for it.</summary>
    /// <returns>The exit status and all that the terminal showed.</returns>
    public async Task<(int Status, string Text)> TypeAsync(IEnumerable<string> commands)
    {
        var script = _folder.Write("typed.sh", string.Join('\n', commands) + "\n");
        var command = AsUser("script", "--quiet", "--return", "--command", $"bash {script}", "/dev/null");
        using var terminal = Process.Start(new ProcessStartInfo(command.TargetFilePath, command.Arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var text = new System.Text.StringBuilder();
        var buffer = new char[1_024];
        var isTyped = false;
        int read;
        while ((read = await terminal.StandardOutput.ReadAsync(buffer)) > 0)
        {
            text.Append(buffer, 0, read);
            if (!isTyped && text.ToString().Contains("password for person", StringComparison.Ordinal))
            {
                isTyped = true;
                await terminal.StandardInput.WriteLineAsync(Password);
                await terminal.StandardInput.FlushAsync();
            }
        }

        await terminal.WaitForExitAsync();
        return (terminal.ExitCode, text.ToString());
    }

    /// <summary>Runs a command as the user.</summary>
    public async Task<BufferedCommandResult> RunAsync(params string[] command) => await AsUser(command).ExecuteBufferedAsync();

    /// <summary>Runs a command as root, with root's storage.</summary>
    public async Task<BufferedCommandResult> RunAsRootAsync(params string[] command) =>
        await Inside(["env", $"CONTAINERS_CONF={_folder.Path}/containers.conf", .. command]).ExecuteBufferedAsync();

    public async ValueTask DisposeAsync()
    {
        if (_holder is not null)
        {
            await Inside("umount", "--recursive", "/var/lib/containers").WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();
            _holder.Kill(entireProcessTree: true);
            await _holder.WaitForExitAsync();
            _holder.Dispose();
        }

        await AsRoot("find", _folder.Path, "-mindepth", "1", "-delete").WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();
        _folder.Dispose();
    }

    private async Task HoldAsync(string tag)
    {
        var holder = AsRoot("unshare", "--mount", "bash", "-c", Setup, "bash", _folder.Path, Password, tag);
        _holder = Process.Start(new ProcessStartInfo(holder.TargetFilePath, holder.Arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var line = await _holder.StandardOutput.ReadLineAsync();
        if (line != "ready")
            throw new InvalidOperationException($"The machine could not be made, which takes root or a sudo without password: {await _holder.StandardError.ReadToEndAsync()}");
    }

    /// <summary>An image on its way from the tests' storage.</summary>
    private async Task LoadAsync(PodmanEnvironment podman, string image, Command load)
    {
        var archive = Path.Combine(_folder.Path, "image.tar");
        var saved = await podman.RunAsync("save", "--output", archive, image);
        Assert.True(saved.IsSuccess, saved.StandardError);
        File.SetUnixFileMode(archive, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        await load.ExecuteBufferedAsync();
        File.Delete(archive);
    }

    private Command AsUser(params IEnumerable<string> command) => Inside(
        [
            "runuser", "--user", User, "--", "env", "--ignore-environment", $"--chdir={_folder.Path}/home", $"HOME={_folder.Path}/home", $"USER={User}", "LC_ALL=C.UTF-8",
            $"PATH={Environment.GetEnvironmentVariable("PATH")}", $"XDG_RUNTIME_DIR={_folder.Path}/runtime", $"TMPDIR={_folder.Path}/tmp",
            $"CONTAINERS_CONF={_folder.Path}/containers.conf", $"CONTAINERS_STORAGE_CONF={_folder.Path}/storage.conf", "DOTNET_CLI_TELEMETRY_OPTOUT=1",
            .. command,
        ]);

    private Command Inside(params IEnumerable<string> command) =>
        AsRoot(["nsenter", $"--mount=/proc/{_holder!.Id.ToString(CultureInfo.InvariantCulture)}/ns/mnt", "--", .. command]);

    private static Command AsRoot(params IEnumerable<string> command) => string.Equals(Environment.UserName, "root", StringComparison.Ordinal)
        ? Cli.Wrap(command.First()).WithArguments(command.Skip(1))
        : Cli.Wrap("sudo").WithArguments(["-n", .. command]);

    private static Task ShellAsync(string script) => Cli.Wrap("bash").WithArguments(["-c", script]).ExecuteAsync().Task;
}
