using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Tests.Templates;

namespace Veilor.Designer.Core.Tests.Generation;

public sealed class LineReasonTests
{
    public static TheoryData<string> Names => [.. ShippedTemplate.Names(), ""];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_line_of_every_document_says_why_it_is_there(string name)
    {
        foreach (var document in Of(name).Documents)
        {
            Assert.NotEmpty(DocumentPurpose.Of(document.Path));
            Assert.All(document.Lines, line => Assert.Matches(@"^\S.+[.)]$", LineReason.Of(document, line)));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_reason_of_the_generator_is_kept_and_another_names_the_first_field(string name)
    {
        foreach (var document in Of(name).Documents)
        {
            Assert.All(document.Lines, line =>
            {
                var why = LineReason.Of(document, line);
                if (line.Reason.Length > 0)
                {
                    Assert.Equal(line.Reason, why);
                }
                else
                {
                    Assert.EndsWith(DocumentPurpose.Of(document.Path), why, StringComparison.Ordinal);
                    Assert.True(line.Text.Trim().Length == 0 || line.Bond == LineBond.Fixed || why.Contains($"{Fields.DesignFields.Find(line.Origin)!.Label}: ", StringComparison.Ordinal), why);
                }
            });
        }
    }

    [Theory]
    [InlineData(BundlePaths.SmokeTest, "set -euo pipefail", "ends at the first command that fails")]
    [InlineData(BundlePaths.IsoKickstart, "lang ", "language of the installer")]
    [InlineData(BundlePaths.Workflow, "- uses: ", "a tag can move")]
    public void What_a_line_of_its_form_does_is_said(string path, string start, string sentence)
    {
        var document = Of("").Document(path);
        var line = document.Lines.First(line => line.Text.TrimStart().StartsWith(start, StringComparison.Ordinal) && line.Reason.Length == 0);
        Assert.Contains(sentence, LineReason.Of(document, line), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_form_is_met_by_some_line()
    {
        var documents = Names.SelectMany(name => Of(name.Data).Documents).ToList();
        var said = documents.SelectMany(document => document.Lines.Where(line => line.Reason.Length == 0).Select(line => LineForm.Of(document.Language, line.Text.AsSpan().Trim()))).ToHashSet(StringComparer.Ordinal);
        var unmet = string.Join(", ", LineForm.Known.SelectMany(pair => pair.Value.Select(each => (pair.Key, each.Start, each.Sentence))).Where(each => !said.Contains(each.Sentence)).Select(each => $"{each.Key} {each.Start}"));
        Assert.True(unmet.Length == 0, unmet);
    }

    [Theory]
    [InlineData(BundlePaths.Readme, "|---|---|")]
    [InlineData(BundlePaths.BuildGuide, "## The container image")]
    [InlineData(BundlePaths.SmokeTest, "set -euo pipefail")]
    [InlineData(BundlePaths.InsideImage, "number=0")]
    public void A_line_that_no_field_makes_is_not_explained_by_a_field(string path, string text)
    {
        var document = Of("").Document(path);
        var line = document.Lines.First(line => line.Text == text);
        Assert.Equal(LineBond.Fixed, line.Bond);
        Assert.DoesNotContain(Fields.DesignFields.Find(line.Origin)!.Help, LineReason.Of(document, line), StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_that_other_lines_call_is_shared_and_their_calls_are_not()
    {
        var lines = Of("").Document(BundlePaths.InsideImage).Lines;
        Assert.Equal(LineBond.Shared, Assert.Single(lines, line => line.Text.StartsWith("passes() {", StringComparison.Ordinal)).Bond);
        Assert.Equal(LineBond.Fixed, Assert.Single(lines, line => line.Text.StartsWith("one_kernel() {", StringComparison.Ordinal)).Bond);
        Assert.Equal(LineBond.Carries, Assert.Single(lines, line => line.Text.StartsWith("target services", StringComparison.Ordinal)).Bond);
        Assert.Contains("SELinux", Assert.Single(lines, line => line.Text.StartsWith("selinux ", StringComparison.Ordinal)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_right_is_explained_by_what_it_allows()
    {
        var document = Of("").Document(BundlePaths.Workflow);
        var read = Assert.Single(document.Lines, line => line.Text.Trim() == "packages: read");
        Assert.Contains("right to pull", LineReason.Of(document, read), StringComparison.Ordinal);
        Assert.DoesNotContain("publish the image.", LineReason.Of(document, read), StringComparison.Ordinal);
    }

    [Fact]
    public void The_time_limit_of_the_job_of_the_index_has_its_own_reason()
    {
        var full = FullDesign.Find();
        var document = Compiled.Of(full with { Image = full.Image with { Architectures = [Design.Architecture.X86_64, Design.Architecture.Aarch64] } }).Document(BundlePaths.Workflow);
        var limits = document.Lines.Where(line => line.Text.Contains("timeout-minutes", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, limits.Count);
        Assert.All(limits, line => Assert.StartsWith("timeout-minutes ends a job that hangs.", LineReason.Of(document, line), StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_of_the_kickstart_is_explained_alike_where_the_builder_config_embeds_it()
    {
        var (kickstart, config) = (Of("").Document(BundlePaths.IsoKickstart), Of("").Document(BundlePaths.IsoConfig));
        var line = Assert.Single(kickstart.Lines, line => line.Text.StartsWith("lang ", StringComparison.Ordinal));
        var embedded = Assert.Single(config.Lines, each => each.Text == line.Text);
        Assert.Contains("lang is the language", LineReason.Of(kickstart, line), StringComparison.Ordinal);
        Assert.Contains("lang is the language", LineReason.Of(config, embedded), StringComparison.Ordinal);
    }

    [Fact]
    public void Options_of_dnf_say_what_they_do()
    {
        var lines = Of("").Document(BundlePaths.Containerfile).Lines;
        Assert.All(lines.Where(line => line.Text.Contains("--enablerepo=", StringComparison.Ordinal)), line => Assert.Contains("used for this step", line.Reason, StringComparison.Ordinal));
        Assert.Contains("no repository had the package", Assert.Single(lines, line => line.Text.Contains("--exclude=abrt", StringComparison.Ordinal) && !line.Text.Contains("download", StringComparison.Ordinal)).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fs_type = \"ext4\"")]
    [InlineData("type = \"plain\"")]
    [InlineData("part_type = ")]
    [InlineData("label = ")]
    public void A_cell_of_the_disk_is_not_explained_by_the_help_of_the_whole_list(string start)
    {
        var document = Of("").Document(BundlePaths.DiskConfig);
        Assert.All(document.Lines.Where(line => line.Text.StartsWith(start, StringComparison.Ordinal)), line =>
            Assert.DoesNotContain(Fields.StorageFields.Partitions.Help, LineReason.Of(document, line), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(BundlePaths.Containerfile, "RUN bootc container lint", "bootc container lint")]
    [InlineData(BundlePaths.Containerfile, "      --exclude=abrt", "dnf5(8)")]
    [InlineData(BundlePaths.Containerfile, "RUN firewall-offline-cmd", "firewall-offline-cmd(1)")]
    [InlineData(BundlePaths.Workflow, "          cosign sign", "cosign documentation")]
    [InlineData(BundlePaths.IsoConfig, "[customizations.installer.modules]", "Anaconda documentation")]
    [InlineData(BundlePaths.IsoKickstart, "lang ", null)]
    public void A_line_names_the_source_of_its_own_rule(string path, string start, string? source)
    {
        var full = FullDesign.Find();
        var document = Compiled.Of(full with { Publish = full.Publish with { Signed = true } }).Document(path);
        var line = document.Lines.First(line => line.Text.StartsWith(start, StringComparison.Ordinal));
        Assert.Equal(source is null ? [] : [source], LineSources.Of(document, line));
    }

    [Fact]
    public void The_network_boot_config_and_the_settings_of_zram_have_a_source_for_their_rules()
    {
        var full = FullDesign.Find();
        var documents = Compiled.Of(full with { Outputs = full.Outputs with { ImageTypes = [Design.ImageType.PxeTarXz] } }).Documents;
        Assert.NotNull(FormatReferences.Of(Assert.Single(documents, each => each.Path == BundlePaths.PxeConfig).Path));
        Assert.Equal("zram-generator.conf(5)", FormatReferences.Of(Assert.Single(documents, each => each.Path.Contains("zram-generator.conf.d", StringComparison.Ordinal)).Path)?.Title);
    }

    [Fact]
    public void A_column_is_explained_by_its_own_words()
    {
        var document = Of("").Document(BundlePaths.DiskConfig);
        var line = Assert.Single(document.Lines, line => line.Text.StartsWith("shell = ", StringComparison.Ordinal));
        var column = Fields.UsersFields.Accounts.Columns.Single(column => column.Name == "shell");
        Assert.NotEqual(Fields.UsersFields.Accounts.Help, column.Help);
        Assert.Contains(column.Help, LineReason.Of(document, line), StringComparison.Ordinal);
    }

    private static CompiledDesign Of(string name) => name.Length == 0 ? Compiled.Of(FullDesign.Find()) : ShippedTemplate.Compile(name);
}
