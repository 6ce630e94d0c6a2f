using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Failures;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Core.Storage;
using Veilor.Designer.Core.Tests.Validation;

namespace Veilor.Designer.Core.Tests.Failures;

public sealed class FailureTranslatorTests
{
    [Fact]
    public void A_package_that_is_not_found_leads_to_its_entry_and_to_near_names()
    {
        var design = new ImageDesign().Install("htpo");
        var explanation = FailureTranslator.Explain(FailureSamples.Lines("package-not-found"), new FailureContext { Design = design })!;
        Assert.Equal("packages.install[htpo]", explanation.Field);
        Assert.StartsWith("Did you mean htop", explanation.Advice, StringComparison.Ordinal);
        Assert.Equal(["podman run --rm quay.io/fedora/fedora-bootc:43 dnf search htpo"], explanation.Commands, StringComparer.Ordinal);
    }

    [Fact]
    public void A_group_that_is_not_found_leads_to_the_group()
    {
        var design = DesignToml.Read("format = 1\n[packages]\ngroups = [\"no-such-group\"]\n").Design;
        var explanation = FailureTranslator.Explain(["No match for argument: no-such-group"], new FailureContext { Design = design })!;
        Assert.Equal("packages.groups[no-such-group]", explanation.Field);
    }

    [Fact]
    public void A_unit_that_the_design_does_not_name_leads_to_the_list_alone() =>
        Assert.Equal("services.enable", FailureTranslator.Explain(FailureSamples.Lines("unit-missing"), new FailureContext { Design = new ImageDesign() })!.Field);

    [Theory]
    [InlineData("ID=debian\n", "sudo apt-get install -y uidmap")]
    [InlineData("ID=fedora\n", "sudo dnf install -y shadow-utils")]
    public void What_is_missing_here_is_installed_by_this_machines_command(string osRelease, string command) =>
        Assert.Equal(
            [command],
            FailureTranslator.Explain(FailureSamples.Lines("newuidmap"), new FailureContext { Machine = OsRelease.Parse(osRelease) })!.Commands,
            StringComparer.Ordinal);

    [Fact]
    public void Without_a_machine_both_commands_are_given() =>
        Assert.Equal(2, FailureTranslator.Explain(FailureSamples.Lines("newuidmap"), FailureContext.None)!.Commands.Count);

    [Fact]
    public void What_an_earlier_instruction_printed_does_not_count() =>
        Assert.Null(FailureTranslator.Explain(
            ["STEP 2/3: RUN one", "No match for argument: x", "STEP 3/3: RUN two", "something else"], FailureContext.None));

    [Fact]
    public void A_clear_cause_beats_the_vague_line_before_it() =>
        Assert.Equal("package-not-found", FailureTranslator.Explain(
            ["cat: /etc/none: No such file or directory", "No match for argument: x"], FailureContext.None)!.Id);

    [Fact]
    public void The_first_clear_cause_counts() =>
        Assert.Equal("package-not-found", FailureTranslator.Explain(
            ["No match for argument: x", "write /x: no space left on device"], FailureContext.None)!.Id);

    [Fact]
    public void An_unknown_text_is_not_explained() =>
        Assert.Null(FailureTranslator.Explain(["Something has happened that nobody foresaw."], FailureContext.None));

    [Theory]
    [InlineData("openssh-sever", "openssh-server")]
    [InlineData("firewald", "firewalld")]
    [InlineData("usbguard-tool", "usbguard-tools")]
    public void A_mistyped_name_has_the_meant_one_among_its_neighbours(string typed, string meant) =>
        Assert.Contains(meant, NearNames.Packages(typed), StringComparer.Ordinal);

    [Theory]
    [InlineData("firewalld")]
    [InlineData("xyzzyplugh")]
    public void A_name_is_not_its_own_neighbour(string name) =>
        Assert.DoesNotContain(name, NearNames.Packages(name), StringComparer.Ordinal);
}
