using Veilor.Designer.Components.Preview;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Values;
using Veilor.Designer.Tests.Workspace;

namespace Veilor.Designer.Tests.Preview;

public sealed class DocumentOriginsTests
{
    private static readonly DesignDocument Document = new("file", DocumentLanguage.PlainText,
    [
        new("# disk", ["storage.partitions"]),
        new("boot", ["storage.partitions[boot]"]),
        new("boot size", ["storage.partitions[boot].size", "storage.wipe"]),
        new("root", ["storage.partitions[root]"]),
        new("host", ["system.hostname"]),
    ]);

    [Theory]
    [InlineData("storage.partitions", new[] { 0, 1, 2, 3 })]
    [InlineData("storage.partitions[boot]", new[] { 1, 2 })]
    [InlineData("storage.partitions[boot].size", new[] { 1, 2 })]
    [InlineData("storage.partitions[boot].name", new[] { 1 })]
    [InlineData("storage.wipe", new[] { 2 })]
    [InlineData("system.host", new int[0])]
    public void A_field_has_the_lines_of_itself_its_items_and_the_row_around_it(string field, int[] lines) =>
        Assert.Equal(lines, DocumentOrigins.Of(Document).LinesOf(field));

    [Theory]
    [InlineData("storage.partitions", 0)]
    [InlineData("storage.partitions[root].size", 3)]
    [InlineData("system.hostname", 4)]
    [InlineData("system.locale", null)]
    public void A_problem_stands_at_the_first_line_of_its_field(string field, int? line) =>
        Assert.Equal(line, DocumentOrigins.Of(Document).FirstLineOf(field));

    [Fact]
    public void A_problem_does_not_stand_at_the_gap_before_its_line()
    {
        var origins = DocumentOrigins.Of(new("gap", DocumentLanguage.PlainText, [new("", ["users.accounts"]), new("# user admin", ["users.accounts"])]));
        Assert.Equal(1, origins.FirstLineOf("users.accounts"));
    }

    [Fact]
    public void A_problem_stands_at_the_line_of_its_field_and_not_at_a_function_that_many_call()
    {
        DesignDocument document = new("script", DocumentLanguage.Shell,
        [
            new("passes() {", ["services.default_target", "kernel.arguments"], "", LineBond.Shared),
            new("exit", ["services.default_target"], "", LineBond.Fixed),
            new("target graphical.target", ["services.default_target"]),
        ]);
        Assert.Equal(2, DocumentOrigins.Of(document).FirstLineOf("services.default_target"));
        Assert.Equal([2], DocumentOrigins.Of(document).LinesOf("services.default_target"));
        Assert.Null(DocumentOrigins.Of(document).FirstLineOf("kernel.arguments"));
    }

    [Theory]
    [InlineData("users.accounts[ada].home", "Users: ada › Home")]
    [InlineData("storage.partitions[veilor].encrypted", "Storage › Partitions: veilor › Encrypted")]
    [InlineData("storage.partitions[veilor]", "Storage › Partitions: veilor")]
    [InlineData("kernel.arguments[rd.luks=1]", "Hardening › Kernel arguments: rd.luks=1")]
    [InlineData("system.hostname", "System › Host name")]
    public void A_field_is_called_as_people_find_it_down_to_the_cell(string path, string name) =>
        Assert.Equal(name, FieldName.Of(path));

    [Fact]
    public void A_line_of_a_copied_script_leads_to_the_entries_that_bring_it_in()
    {
        var design = ContentFields.RunScripts.Set(WorkspaceFixture.Template, [RelativePath.Parse("10-own.sh")]);
        var line = ExplainedLine.Of(DesignCompiler.Compile(design, DesignContent.Empty), new("scripts/10-own.sh", DocumentLanguage.Shell, [new("true", [])]), 0);
        Assert.Equal(["scripts.run[10-own.sh]", "scripts.files[scripts/10-own.sh]"], line.Places.Select(place => place.Value));
        Assert.Equal("Scripts › File: scripts/10-own.sh", FieldName.Of(line.Places[1]));
    }

    [Theory]
    [InlineData("bootc container lint")]
    [InlineData("firewall-offline-cmd(1)")]
    [InlineData("dnf5(8)")]
    [InlineData("cosign documentation")]
    [InlineData("Anaconda documentation")]
    public void The_source_of_a_line_can_be_opened(string source) =>
        Assert.StartsWith("https://", Veilor.Designer.Help.SourceLinks.AddressOfSource(source), StringComparison.Ordinal);

    [Fact]
    public void What_lines_of_a_section_lead_to_is_counted_once()
    {
        Assert.Equal(4, DocumentOrigins.Of(Document).FactsOf("storage"));
        Assert.Equal(0, DocumentOrigins.Of(Document).FactsOf("kernel"));
    }

    [Fact]
    public void Problems_that_did_not_change_keep_their_reference()
    {
        var descriptor = new DiagnosticDescriptor("VD0000", DiagnosticSeverity.Warning, "t");
        EquatableArray<Diagnostic> Made() =>
            [new(descriptor, "system.hostname", "wrong"), new(descriptor with { Severity = DiagnosticSeverity.Error }, "system.hostname", "worse")];

        var problems = LineProblems.Of(Document, Made(), LineProblems.None);

        Assert.Equal(new LineProblem(DiagnosticSeverity.Error, "VD0000", "worse", 1), problems.At(4));
        Assert.Null(problems.At(3));
        Assert.Same(problems, LineProblems.Of(Document, Made(), problems));
    }

    [Fact]
    public void A_section_has_the_file_that_it_shapes_and_not_one_that_repeats_it()
    {
        var design = KernelFields.BlockedModules.Set(WorkspaceFixture.Template, [.. new[] { "dccp", "sctp", "rds", "tipc", "x25" }.Select(ModuleName.Parse)]);
        Assert.True(SectionDocuments.Has(DesignCompiler.Compile(design, DesignContent.Empty).FindDocument(BundlePaths.Containerfile), "kernel"));
        var compiled = DesignCompiler.Compile(SystemFields.Hostname.Set(design, Hostname.Parse("somewhere")), DesignContent.Empty);
        Assert.Equal(BundlePaths.Containerfile, SectionDocuments.MainOf(compiled, "packages")!.Path);
        Assert.StartsWith(BundlePaths.RootFiles, SectionDocuments.MainOf(compiled, "kernel")!.Path, StringComparison.Ordinal);
        foreach (var section in DesignFields.Sections)
        {
            var document = SectionDocuments.MainOf(compiled, section.Id);
            Assert.True(document is null || SectionDocuments.Has(document, section.Id), section.Id);
            Assert.NotEqual(BundlePaths.Design, document?.Path);
        }
    }

    [Fact]
    public void Every_generated_file_but_the_products_own_has_a_source_for_its_rules()
    {
        using var workspace = new WorkspaceFixture();
        string[] own = [BundlePaths.Readme, BundlePaths.Design, BundlePaths.BuildGuide, BundlePaths.SetModes, BundlePaths.SmokeTest, BundlePaths.BootIso];

        foreach (var document in workspace.Open().Snapshot.Compiled.Documents)
        {
            Assert.True(FormatReferences.Of(document.Path) is not null || own.Contains(document.Path, StringComparer.Ordinal), document.Path);
        }
    }
}
