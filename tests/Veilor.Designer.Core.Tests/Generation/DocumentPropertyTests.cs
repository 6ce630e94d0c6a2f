using CsCheck;
using Tomlyn;
using Tomlyn.Model;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Tests.Storage;
using Veilor.Designer.Core.Values;
using YamlDotNet.Serialization;

namespace Veilor.Designer.Core.Tests.Generation;

/// <summary>What holds for every document of every design.</summary>
public sealed class DocumentPropertyTests
{
    [Fact]
    public void Every_line_is_one_line_and_knows_fields_that_exist() =>
        DesignGen.Any.Sample(
            design =>
            {
                var documents = Compiled.Of(design).Documents;
                Assert.Distinct(documents.Select(document => document.Path), StringComparer.Ordinal);
                foreach (var document in documents)
                {
                    Assert.Equal(string.Concat(document.Lines.Select(line => line.Text + "\n")), document.Text);
                    foreach (var line in document.Lines)
                    {
                        Assert.True(line.Text.AsSpan().IndexOfAny('\n', '\r', '\0') < 0, $"{document.Path}: {line.Text}");
                        Assert.False(line.Origins.IsEmpty, $"{document.Path}: {line.Text}");
                        Assert.All(line.Origins, origin => Assert.True(DesignFields.Find(origin) is not null, $"{document.Path}: {origin}"));
                    }
                }
            },
            iter: Repetitions.Of(80));

    [Fact]
    public void Every_TOML_document_can_be_read() =>
        DesignGen.Any.Sample(
            design => Assert.All(
                Compiled.Of(design).Documents.Where(document => document.Language == DocumentLanguage.Toml),
                document => Assert.NotNull(TomlSerializer.Deserialize<TomlTable>(document.Text))),
            iter: Repetitions.Of(50));

    [Fact]
    public void The_kargs_files_hold_exactly_the_arguments_of_the_image() =>
        DesignGen.Any.Sample(
            design =>
            {
                var files = Compiled.Of(design).Documents.Where(document => document.Path.Contains("/kargs.d/", StringComparison.Ordinal)).ToList();
                var found = files.SelectMany(file =>
                {
                    var table = TomlSerializer.Deserialize<TomlTable>(file.Text)!;
                    Assert.Empty(table.Keys.Except(["kargs", "match-architectures"], StringComparer.Ordinal));
                    var architecture = table.TryGetValue("match-architectures", out var names) ? (string?)Assert.Single((TomlArray)names) : null;
                    return ((TomlArray)table["kargs"]).Select(argument => (Argument: (string)argument!, Architecture: architecture));
                });
                var wanted = design.Kernel.Arguments
                    .Where(entry => entry.Owner == ArgumentOwner.Image)
                    .Select(entry => (Argument: entry.Argument.ToString(), Architecture: entry.Architecture?.ToKernelName()));
                var isAdded = design.System.Fips && !design.Kernel.Arguments.Any(entry => entry is { Owner: ArgumentOwner.Image, Architecture: null } && entry.Argument.ToString() is "fips=1");
                wanted = isAdded ? wanted.Append((Argument: "fips=1", Architecture: null)) : wanted;
                Assert.Equal(wanted.Order(), found.Order());
            },
            iter: Repetitions.Of(50));

    [Fact]
    public void The_ISO_config_embeds_the_kickstart_to_the_byte() =>
        DesignGen.Any.Sample(
            design =>
            {
                var compiled = Compiled.Of(design);
                var config = TomlSerializer.Deserialize<TomlTable>(compiled.Document(BundlePaths.IsoConfig).Text)!;
                var installer = (TomlTable)((TomlTable)config["customizations"])["installer"];
                Assert.Equal(compiled.Document(BundlePaths.IsoKickstart).Text, ((TomlTable)installer["kickstart"])["contents"]);
            },
            iter: Repetitions.Of(50));

    [Fact]
    public void The_disk_config_holds_the_users_who_can_log_in_as_they_are() =>
        DesignGen.Any.Sample(
            design =>
            {
                var config = TomlSerializer.Deserialize<TomlTable>(Compiled.Of(design).Document(BundlePaths.DiskConfig).Text)!;
                var users = config.TryGetValue("customizations", out var customizations) && ((TomlTable)customizations).TryGetValue("user", out var tables)
                    ? (TomlTableArray)tables
                    : [];
                var accounts = design.Users.Accounts.Where(account => account.HasCredential).ToList();
                Assert.Equal(accounts.Count, users.Count);
                foreach (var (account, table) in accounts.Zip(users))
                {
                    Assert.Equal(account.Name.ToString(), table["name"]);
                    Assert.Equal(account.FullName, table.TryGetValue("description", out var name) ? name : "");
                    Assert.Equal(account.HasPassword ? account.Password?.ToString() : null, table.TryGetValue("password", out var hash) ? hash : null);
                    Assert.Equal(account.SshKeys.IsEmpty ? null : account.SshKeys[0].ToString(), table.TryGetValue("key", out var key) ? key : null);
                }
            },
            iter: Repetitions.Of(50));

    [Fact]
    public void The_workflow_is_YAML_with_the_names_of_the_design()
    {
        var reader = new DeserializerBuilder().Build();
        DesignGen.Any.Select(design => DeliveryFields.WorkflowEnabled.Set(design, true)).Sample(
            design =>
            {
                var workflow = reader.Deserialize<Dictionary<string, object>>(Compiled.Of(design).Document(BundlePaths.Workflow).Text);
                var variables = (Dictionary<object, object>)workflow["env"];
                Assert.Equal(design.BuiltReference().WithTag(null).ToString(), variables["IMAGE"]);
                Assert.Equal(design.BuiltReference().Tag, variables["TAG"]);
                var jobs = (Dictionary<object, object>)workflow["jobs"];
                Assert.Contains("image", jobs.Keys);
                Assert.Equal(design.Workflow.BuildIso && design.Publish.Repository is not null, jobs.ContainsKey("iso"));
            },
            iter: Repetitions.Of(40));
    }

    [Fact]
    public void Settings_files_hold_the_values_line_by_line() =>
        DesignGen.Any.Sample(
            design =>
            {
                var compiled = Compiled.Of(design);
                var sysctl = compiled.FindDocument(BundlePaths.Sysctl(design.Image.Name, design.UsesTuned()));
                Assert.Equal(design.Kernel.Sysctls.SelectMany(setting => Lines(setting, design)), Content(sysctl), StringComparer.Ordinal);
                Assert.Equal(design.System.Hostname?.ToString(), compiled.FindDocument(BundlePaths.Hostname)?.Text.TrimEnd('\n'));
                foreach (var repository in design.Packages.Repositories)
                {
                    var lines = Content(compiled.Document(BundlePaths.Repository(repository.Id))).ToList();
                    Assert.Equal($"[{repository.Id}]", lines[0]);
                    Assert.Equal("name=" + (repository.Name.Length > 0 ? repository.Name : repository.Id.ToString()), lines[1]);
                }
            },
            iter: Repetitions.Of(40));

    [Fact]
    public void No_line_of_the_Containerfile_is_a_directive_of_its_parser() =>
        DesignGen.WithoutOwnLines.Select(design => ImageFields.Title.Set(design, "escape=`")).Sample(
            design =>
            {
                var first = Compiled.Of(design).Document(BundlePaths.Containerfile).Lines[0].Text;
                Assert.DoesNotMatch(@"^#\s*\w+\s*=", first);
            },
            iter: 1);

    /// <summary>A setting and, behind a star that systemd's own settings take something out of, what it has to name.</summary>
    private static IEnumerable<string> Lines(SysctlSetting setting, ImageDesign design) =>
        new[] { setting.ToString() }.Concat(setting is { ProcPath: "net/ipv4/conf/*/rp_filter", Value: not null }
            ? from part in (string[])["all", "default"]
              where design.Kernel.Sysctls.All(each => each.ProcPath != $"net/ipv4/conf/{part}/rp_filter")
              select setting.ToString().Replace("*", part, StringComparison.Ordinal)
            : []);

    private static IEnumerable<string> Content(DesignDocument? document) =>
        document is null ? [] : document.Lines.Select(line => line.Text).Where(line => !line.StartsWith('#'));
}
