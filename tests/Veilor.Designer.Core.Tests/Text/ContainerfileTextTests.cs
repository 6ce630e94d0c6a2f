using System.Text;
using System.Text.Json;
using CsCheck;
using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Core.Tests.Text;

/// <summary>The reader is the installed buildah, with a storage of its own.</summary>
public sealed class ContainerfileTextTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("veilor-containerfile-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    [Trait("Needs", "containers")]
    public void Buildah_reads_every_label_and_environment_value_back() =>
        Hostile.Text.Array[150].Sample(
            values =>
            {
                var written = Hostile.Write(values, ContainerfileText.Quote, value => Hostile.IsOneLine(value, allowTab: true));
                var lines = written.Select((pair, index) => $"LABEL l{index}={pair.Written} m{index}=\"next\"\nENV E{index}={pair.Written} F{index}=\"next\"\n");
                var config = Build($"FROM scratch\n{string.Concat(lines)}");
                var labels = config.GetProperty("Labels");
                var environment = config.GetProperty("Env").EnumerateArray().Select(item => item.GetString()!.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
                foreach (var (index, (value, _)) in written.Index())
                {
                    Assert.Equal(value, labels.GetProperty($"l{index}").GetString());
                    Assert.Equal("next", labels.GetProperty($"m{index}").GetString());
                    Assert.Equal(value, environment[$"E{index}"]);
                }
            },
            iter: Repetitions.Of(2),
            threads: 1);

    [Fact]
    [Trait("Needs", "containers")]
    public void Buildah_expands_nothing_in_a_default_of_ARG() =>
        Assert.Equal(
            "$HOME \"x\" \\ `id`",
            Build($"FROM scratch\nARG A={ContainerfileText.Quote("$HOME \"x\" \\ `id`")}\nLABEL l=\"$A\"\n").GetProperty("Labels").GetProperty("l").GetString());

    [Fact]
    [Trait("Needs", "containers")]
    public void Buildah_reads_every_argument_of_the_JSON_form_back() =>
        Hostile.Text.Array[60].Sample(
            values =>
            {
                values = [.. values.Where(value => Hostile.IsWellFormed(value) && !value.Contains('\0'))];
                var config = Build($"FROM scratch\nCMD {ContainerfileText.JsonForm(["/bin/true", .. values])}\n");
                Assert.Equal(["/bin/true", .. values], config.GetProperty("Cmd").EnumerateArray().Select(item => item.GetString()), StringComparer.Ordinal);
            },
            iter: Repetitions.Of(2),
            threads: 1);

    [Fact]
    [Trait("Needs", "containers")]
    public void Buildah_copies_files_with_awkward_names()
    {
        string[] names = ["a b", "d$x", "${HOME}", "q\"x", "s'x", "#x", "ü😀", "--chown=1", "`id`", "%end", "a{b}"];
        var lines = new StringBuilder("FROM scratch\n");
        foreach (var name in names)
        {
            File.WriteAllText(Path.Combine(_folder, name), name);
            lines.Append("COPY ").Append(ContainerfileText.CopyForm([$"./{name}", $"/out/{name}"])).Append('\n');
        }

        var output = Path.Combine(_folder, "output");
        Build(lines.ToString(), "--output", $"type=local,dest={output}");
        Assert.Equal(
            names.Order(StringComparer.Ordinal),
            Directory.GetFiles(Path.Combine(output, "out")).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));
        Assert.All(names, name => Assert.Equal(name, File.ReadAllText(Path.Combine(output, "out", name))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a*")]
    [InlineData("a?")]
    [InlineData("[a]")]
    [InlineData("a\\b")]
    [InlineData("a\nb")]
    public void A_path_that_would_be_a_pattern_is_refused(string path) =>
        Assert.Throws<ArgumentException>(() => ContainerfileText.CopyForm([path, "/x"]));

    [Fact]
    public void A_line_escapes_its_holes()
    {
        Assert.Equal("LABEL a=\"b \\\"c\\\" \\$d\" n=1", ContainerfileText.Line($"LABEL a={"b \"c\" $d"} n={1}"));
        Assert.Throws<ArgumentException>(() => ContainerfileText.Line($"LABEL a={"b\nRUN reboot"}"));
    }

    private JsonElement Build(string containerfile, params string[] options)
    {
        var file = Path.Combine(_folder, "Containerfile");
        File.WriteAllText(file, containerfile);
        string[] storage = ["--root", Path.Combine(_folder, "root"), "--runroot", Path.Combine(_folder, "run"), "--storage-driver", "vfs"];
        ExternalProgram.Run("buildah", [.. storage, "build", .. options, "--tag", "escapes", "--file", file, _folder]);
        if (options.Length > 0)
        {
            return default;
        }

        using var inspection = JsonDocument.Parse(ExternalProgram.Run("buildah", [.. storage, "inspect", "--type", "image", "escapes"]));
        return inspection.RootElement.GetProperty("OCIv1").GetProperty("config").Clone();
    }
}
