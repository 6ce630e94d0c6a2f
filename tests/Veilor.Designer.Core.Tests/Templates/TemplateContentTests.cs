namespace Veilor.Designer.Core.Tests.Templates;

/// <summary>A template takes in what it can use and nothing else.</summary>
public sealed class TemplateContentTests
{
    private static readonly string[] OfTheDesktop = ["xdg/", "kde", "plasma", "plymouth", "sddm", "konsole", "wallpaper", "theme"];

    /// <summary>Every bootc base has them.</summary>
    private static readonly string[] OfTheBase = ["/usr/bin/bootc", "/usr/bin/sleep", "/usr/bin/udevadm"];

    public static TheoryData<string> Names => [.. ShippedTemplate.Names()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_line_of_the_list_names_something(string name)
    {
        foreach (var path in ShippedTemplate.Filter(name)?.Paths ?? [])
        {
            Assert.True(Path.Exists(Path.Combine(ShippedTemplate.RepositoryRoot, path)), $"{name}: {path} does not exist.");
        }
    }

    [Theory]
    [InlineData("server")]
    [InlineData("server-locked")]
    [InlineData("minimal")]
    public void A_machine_without_a_screen_carries_no_file_of_a_desktop(string name) =>
        Assert.DoesNotContain(ShippedTemplate.Content(name).Files, file => OfTheDesktop.Any(word => file.Path.Contains(word, StringComparison.OrdinalIgnoreCase)));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_unit_comes_with_its_program(string name)
    {
        var content = ShippedTemplate.Content(name);
        foreach (var unit in content.Files.Where(file => file.Path.EndsWith(".service", StringComparison.Ordinal)))
        {
            foreach (var line in unit.Text.Split('\n').Where(line => line.StartsWith("ExecStart", StringComparison.Ordinal)))
            {
                var program = line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].TrimStart('-').Split(' ')[0];
                Assert.True(OfTheBase.Contains(program, StringComparer.Ordinal) || content.Contains($"overlay{program}"), $"{unit.Path} starts {program}, which the template leaves out.");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_a_template_takes_in_comes_with_its_licence(string name)
    {
        var content = ShippedTemplate.Content(name);
        var licence = content.Files.SingleOrDefault(file => file.Path == "overlay/usr/share/licenses/veilor-os/LICENSE");
        Assert.Equal(content.Files.Any() ? File.ReadAllText(Path.Combine(ShippedTemplate.RepositoryRoot, "LICENSE")) : null, licence?.Text);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_document_that_a_unit_points_at_is_in_the_image(string name)
    {
        var content = ShippedTemplate.Content(name);
        foreach (var unit in content.Files.Where(file => file.Path.StartsWith("overlay/usr/lib/systemd/", StringComparison.Ordinal)))
        {
            foreach (var word in unit.Text.Split(['\n', ' ', '=']).Where(word => word.StartsWith("file:///", StringComparison.Ordinal)))
            {
                Assert.True(content.Contains($"overlay{word["file://".Length..]}"), $"{unit.Path} points at {word}, which the template leaves out.");
            }
        }
    }
}
