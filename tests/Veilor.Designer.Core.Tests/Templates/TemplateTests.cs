using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Storage;

namespace Veilor.Designer.Core.Tests.Templates;

public sealed class TemplateTests
{
    public static TheoryData<string> Names => [.. ShippedTemplate.Names()];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_template_is_written_as_the_program_writes_it(string name) =>
        Assert.Equal(ShippedTemplate.Text(name), DesignToml.ToText(ShippedTemplate.Design(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_template_has_no_errors_and_its_readme_explains_each_warning(string name)
    {
        var readme = ShippedTemplate.Readme(name);
        foreach (var diagnostic in ShippedTemplate.Compile(name).Diagnostics)
        {
            Assert.True(diagnostic.Severity != DiagnosticSeverity.Error, $"{diagnostic.Code} {diagnostic.Path}: {diagnostic.Message}");
            if (diagnostic.Severity == DiagnosticSeverity.Warning)
            {
                Assert.Contains(diagnostic.Code, readme, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_line_of_every_document_knows_a_field_that_exists(string name)
    {
        foreach (var document in ShippedTemplate.Compile(name).Documents)
        {
            Assert.All(document.Lines, line =>
            {
                Assert.False(line.Origins.IsEmpty, $"{document.Path}: {line.Text}");
                Assert.All(line.Origins, origin => Assert.True(DesignFields.Find(origin) is not null, $"{document.Path}: {line.Text}: {origin}"));
            });
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_documents_of_a_template_are_the_reviewed_ones(string name)
    {
        foreach (var document in ShippedTemplate.Compile(name).Documents)
        {
            Golden.Verify(document.Text, $"{name}/{document.Path}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_template_carries_no_credential(string name) =>
        Assert.All(ShippedTemplate.Design(name).Users.Accounts, account => Assert.False(account.HasCredential));

    [Theory]
    [MemberData(nameof(Names))]
    public void Compiling_again_reuses_every_document(string name)
    {
        var first = ShippedTemplate.Compile(name);
        var second = Compilation.DesignCompiler.Compile(first.Design, first.Content, first);
        Assert.All(second.Documents, document => Assert.Same(first.FindDocument(document.Path), document));
    }
}
