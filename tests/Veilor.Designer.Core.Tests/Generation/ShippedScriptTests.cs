using System.Text;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Tests.Templates;

namespace Veilor.Designer.Core.Tests.Generation;

/// <summary>What the linters of others say about the documents of the shipped templates.</summary>
public sealed class ShippedScriptTests
{
    public static TheoryData<string> Names => [.. ShippedTemplate.Names()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Shellcheck_has_nothing_to_say(string name)
    {
        var folder = Directory.CreateTempSubdirectory("veilor-scripts-").FullName;
        try
        {
            var paths = new List<string>();
            foreach (var document in ShippedTemplate.Compile(name).Documents.Where(document => document.Language == DocumentLanguage.Shell))
            {
                paths.Add(Path.Combine(folder, document.Path.Replace('/', '-')));
                File.WriteAllText(paths[^1], document.Text);
            }

            Assert.NotEmpty(paths);
            Assert.Equal("", ExternalProgram.Run("shellcheck", [.. paths]));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Actionlint_has_nothing_to_say(string name)
    {
        if (ShippedTemplate.Compile(name).FindDocument(BundlePaths.Workflow) is { } workflow)
        {
            var script = Path.Combine(ShippedTemplate.RepositoryRoot, "tests", "actionlint");
            Assert.Equal("", Encoding.UTF8.GetString(ExternalProgram.RunWithInput(workflow.ToBytes(), script, "-")));
        }
    }
}
