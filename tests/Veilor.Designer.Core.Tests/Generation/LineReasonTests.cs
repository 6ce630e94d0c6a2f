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
