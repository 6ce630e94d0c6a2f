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
                    Assert.True(line.Text.Trim().Length == 0 || why.Contains($"{Fields.DesignFields.Find(line.Origin)!.Label}: ", StringComparison.Ordinal), why);
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
