using System.Reflection;
using CsCheck;
using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Storage;
using Veilor.Designer.Core.Tests.Generation;
using Veilor.Designer.Core.Tests.Storage;
using Veilor.Designer.Core.Tests.Validation;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Tests.Incremental;

/// <summary>A compilation that builds on an earlier one gives what one from scratch gives, and touches only what an edit reaches.</summary>
public sealed class EditedCompilationTests
{
    private static readonly PropertyInfo[] Sections =
        [.. typeof(ImageDesign).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is not null)];

    public static TheoryData<string> Cases => [.. RuleCases.All.Select(each => each.ToString())];

    [Fact]
    public void It_is_the_same_whatever_section_changed() =>
        Gen.Select(DesignGen.Any, DesignGen.Any, Gen.Int[0, 1 << Sections.Length]).Sample(
            (before, other, taken) =>
            {
                var earlier = Compiled.Of(before);
                var mixed = Mix(before, other, taken);
                AssertSame(Compiled.Of(Fresh(mixed)), DesignCompiler.Compile(mixed, DesignContent.Empty, earlier));
            },
            iter: Repetitions.Of(60));

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_is_the_same_for_every_case_of_a_rule(string name)
    {
        var ruleCase = RuleCases.Find(name);
        var sound = new ImageDesign();
        var expected = DesignCompiler.Compile(ruleCase.Design, ruleCase.Content);
        var told = Sections.Where(section => !Equals(section.GetValue(sound), section.GetValue(ruleCase.Design))).ToList();
        foreach (var section in told.Count > 0 ? told : [Sections[0]])
        {
            var before = ruleCase.Design with { };
            section.SetValue(before, section.GetValue(sound));
            var earlier = DesignCompiler.Compile(before, ruleCase.Content);
            AssertSame(expected, DesignCompiler.Compile(ruleCase.Design, ruleCase.Content, earlier));
        }
    }

    [Fact]
    public void A_change_of_the_files_reaches_every_rule()
    {
        var ruleCase = RuleCases.All.First(each => each.Fires && each.Content.HasOverlay);
        var earlier = DesignCompiler.Compile(ruleCase.Design, DesignContent.Empty);
        AssertSame(
            DesignCompiler.Compile(ruleCase.Design, ruleCase.Content),
            DesignCompiler.Compile(ruleCase.Design, ruleCase.Content, earlier));
    }

    [Fact]
    public void What_an_edit_does_not_reach_keeps_its_reference()
    {
        var design = FullDesign.Find();
        var before = Compiled.Of(design);
        var after = DesignCompiler.Compile(SystemFields.Hostname.Set(design, Hostname.Parse("other")), DesignContent.Empty, before);

        var changed = after.Documents.Where(document => !ReferenceEquals(document, before.FindDocument(document.Path))).Select(document => document.Path).ToList();
        Assert.Contains("rootfs/etc/hostname", changed);
        Assert.Contains("design.toml", changed);
        Assert.DoesNotContain("Containerfile", changed);
        Assert.All(
            after.Diagnostics.Where(diagnostic => diagnostic.Path.Section is "kernel" or "packages"),
            diagnostic => Assert.Contains(diagnostic, before.Diagnostics, ReferenceEqualityComparer.Instance));
    }

    [Fact]
    public void The_file_is_written_anew_whatever_section_changed() =>
        Gen.Select(DesignGen.Any, DesignGen.Any, Gen.Int[0, 1 << Sections.Length]).Sample(
            (before, other, taken) =>
            {
                _ = DesignToml.ToText(before) + DesignToml.ToText(other);
                var mixed = Mix(before, other, taken);
                var text = DesignToml.ToText(mixed);
                Assert.Equal(DesignToml.ToText(Fresh(mixed)), text);
                Assert.Equal(mixed, DesignToml.Read(text).Design);
            },
            iter: Repetitions.Of(100));

    /// <summary>A design with some sections of another one.</summary>
    private static ImageDesign Mix(ImageDesign design, ImageDesign other, int taken)
    {
        var mixed = design with { };
        for (var i = 0; i < Sections.Length; i++)
        {
            if ((taken & (1 << i)) != 0)
            {
                Sections[i].SetValue(mixed, Sections[i].GetValue(other));
            }
        }

        return mixed;
    }

    /// <summary>An equal design that shares no section, so that nothing is known about it.</summary>
    private static ImageDesign Fresh(ImageDesign design)
    {
        var fresh = design with { };
        foreach (var section in Sections)
        {
            var value = section.GetValue(design)!;
            var clone = value.GetType().GetMethod("<Clone>$")!.Invoke(value, null);
            section.SetValue(fresh, clone);
        }

        Assert.Equal(design, fresh);
        return fresh;
    }

    private static void AssertSame(CompiledDesign expected, CompiledDesign actual)
    {
        Assert.Equal(expected.Documents.Select(document => document.Path), actual.Documents.Select(document => document.Path));
        Assert.All(expected.Documents, document => Assert.Equal(document.Lines, actual.Document(document.Path).Lines));
        Assert.Equal(
            expected.Diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.Path, diagnostic.Message, diagnostic.Fix?.Title)),
            actual.Diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.Path, diagnostic.Message, diagnostic.Fix?.Title)));
    }
}
