using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Tests.Templates;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Tests.Generation;

using Architecture = Veilor.Designer.Core.Design.Architecture;

/// <summary>A field lights every line that is another one with another value.</summary>
public sealed class FieldOriginTests
{
    /// <summary>Lines that differ and need not name the field.</summary>
    private static readonly (Func<CompiledDesign, DesignDocument, DocumentLine, FieldPath, bool> Fits, string Reason)[] Exceptions =
    [
        ((_, document, line, _) => document.Path == BundlePaths.InsideImage && line.Text.StartsWith("echo 1..", StringComparison.Ordinal),
            "It counts all checks, so every field that adds one changes it, and it would light at nearly all of them."),
        ((compiled, document, line, field) => document.Path == BundlePaths.InsideImage && line.Text.StartsWith("same ", StringComparison.Ordinal) && !IsIn(compiled, line, field),
            "The digest of a file names the fields that wrote into the file; one that is off wrote nothing into it."),
        ((compiled, _, _, field) => field == DeliveryFields.OwnKickstart.Path && compiled.Design.Installer.OwnKickstart.Length == 0,
            "The generated lines are made by their fields; a kickstart of one's own takes the place of them all."),
    ];

    public static TheoryData<string> Fields => [.. DesignFields.All.Where(each => !each.IsList).Select(each => each.Path.Value)];

    [Theory]
    [MemberData(nameof(Fields))]
    public void Every_line_that_differs_with_another_value_names_the_field(string path)
    {
        var field = DesignFields.Find(new FieldPath(path))!;
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        var tried = 0;
        foreach (var design in Designs)
        {
            foreach (var other in (IEnumerable<ImageDesign>)Others((dynamic)field, design))
            {
                tried++;
                missing.UnionWith(Unnamed(design, other, field.Path));
                missing.UnionWith(Unnamed(other, design, field.Path));
            }
        }

        Assert.True(tried > 0, "no other value was found");
        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    public static TheoryData<string> Nearest => [ImageFields.Base.Path.Value, ImageFields.Name.Path.Value];

    /// <summary>The fields that lines of every bundle were laid to, being the nearest. What is said to come from them does.</summary>
    [Theory]
    [MemberData(nameof(Nearest))]
    public void A_line_that_is_said_to_come_from_the_field_alone_is_another_one_with_another_value(string path)
    {
        var field = DesignFields.Find(new FieldPath(path))!;
        var unmoved = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var design in Designs.Append(new ImageDesign()))
        {
            var compiled = Compiled.Of(design);
            var others = ((IEnumerable<ImageDesign>)Others((dynamic)field, design)).Select(other => Compiled.Of(other)).ToList();
            Assert.NotEmpty(others);
            foreach (var document in compiled.Documents)
            {
                var counterparts = others.Select(other => other.FindDocument(document.Path)).ToList();
                if (counterparts.Contains(null))
                {
                    continue;
                }

                var own = CountsOf(document);
                var texts = counterparts.Select(other => CountsOf(other!)).ToList();
                unmoved.UnionWith(document.Lines
                    .Where(line => line.Text.Trim().Length > 0 && line.Bond is LineBond.Carries or LineBond.Follows && line.Origins.All(origin => origin == field.Path))
                    .Where(line => texts.TrueForAll(other => other.GetValueOrDefault(line.Text) >= own[line.Text]))
                    .Select(line => $"{document.Path}: {line.Text}"));
            }
        }

        Assert.True(unmoved.Count == 0, string.Join('\n', unmoved));
    }

    public static TheoryData<string> Lists => [.. DesignFields.All.Where(each => each.IsList).Select(each => each.Path.Value)];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_line_that_is_there_only_with_an_item_names_it(string path)
    {
        var field = DesignFields.Find(new FieldPath(path))!;
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        var tried = 0;
        foreach (var design in ListDesigns)
        {
            foreach (var (item, other) in (IEnumerable<(FieldPath, ImageDesign)>)WithoutEach((dynamic)field, design))
            {
                tried++;
                missing.UnionWith(UnnamedItem(design, other, item));
            }
        }

        Assert.True(tried > 0, "no item was found");
        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    private static IEnumerable<(FieldPath Item, ImageDesign Without)> WithoutEach<T>(ListField<T> field, ImageDesign design) =>
        field.Get(design).Select(item => (field.PathOf(item), field.Remove(design, item)));

    private static IEnumerable<(FieldPath Item, ImageDesign Without)> WithoutEach<T>(RecordField<T> field, ImageDesign design)
        where T : class =>
        field.Get(design).Select(item => (field.PathOf(item), field.Remove(design, field.KeyOf(item))));

    private static IEnumerable<ImageDesign> ListDesigns
    {
        get
        {
            var full = FullDesign.Find();
            var ada = full.Users.Accounts[0] with { IsLocked = false };
            full = full with
            {
                Image = full.Image with { Architectures = [Architecture.X86_64, Architecture.Aarch64] },
                Users = full.Users with { Accounts = [ada, new UserAccount { Name = UnixName.Parse("bob"), Password = ada.Password, IsLocked = true }] },
                Overlay = full.Overlay with { Exclude = [RelativePath.Parse("etc/x/secret.conf")] },
            };
            yield return full;
            yield return full with { Branding = full.Branding with { PlymouthTheme = null }, Packages = full.Packages with { Kernel = [] } };
            yield return full with { System = new SystemSection { NtpServers = full.System.NtpServers }, Storage = new StorageSection(), Branding = new BrandingSection() };
            yield return ShippedTemplate.Design("veilor-os");
        }
    }

    /// <summary>The lines of the first design that the other has not, and of which none with the same text names the item or what it lies in.</summary>
    private static IEnumerable<string> UnnamedItem(ImageDesign design, ImageDesign other, FieldPath item)
    {
        var (compiled, others) = (Compiled.Of(design, Content), Compiled.Of(other, Content));
        foreach (var document in compiled.Documents)
        {
            if (others.FindDocument(document.Path) is not { } counterpart)
            {
                continue;
            }

            var left = CountsOf(counterpart);
            foreach (var line in Differing(document, counterpart).Select(index => document.Lines[index]).DistinctBy(line => line.Text, StringComparer.Ordinal))
            {
                if (line.Text.Trim().Length > 0
                    && document.Lines.Count(each => string.Equals(each.Text, line.Text, StringComparison.Ordinal)) > left.GetValueOrDefault(line.Text)
                    && !document.Lines.Any(each => string.Equals(each.Text, line.Text, StringComparison.Ordinal) && each.Origins.Any(origin => item.Covers(origin) || origin.Covers(item)))
                    && !Array.Exists(Exceptions, each => each.Fits(compiled, document, line, item)))
                {
                    yield return $"{item}: {document.Path}: {line.Text}  [{string.Join(' ', line.Origins.Take(4))}]";
                }
            }
        }
    }

    private static Dictionary<string, int> CountsOf(DesignDocument document) =>
        document.Lines.CountBy(line => line.Text, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    private static readonly DesignContent Content = new(
        new[] { "overlay/etc/x/secret.conf", "overlay/etc/x/a.conf", "assets/own.png" }.Select(path => new ContentFile(path, isExecutable: false, 0, () => Stream.Null)));

    private static IEnumerable<ImageDesign> Designs
    {
        get
        {
            var full = FullDesign.Find();
            yield return full;
            yield return full with { Image = full.Image with { Architectures = [Architecture.X86_64, Architecture.Aarch64] }, Publish = full.Publish with { Signed = true } };
            yield return full with { Publish = full.Publish with { Repository = null }, Image = full.Image with { Title = "", Description = "" } };
            yield return full with { Storage = new StorageSection() };
            yield return ShippedTemplate.Design("veilor-os");
        }
    }

    private static IEnumerable<ImageDesign> Others<T>(ScalarField<T> field, ImageDesign design)
    {
        var value = field.Get(design);
        var text = field.Codec.Format(value);
        IEnumerable<string> candidates = field.Codec.Choices.Count > 0
            ? field.Codec.Choices.Select(choice => choice.Text)
            : ["", "false", "true", text + "2", text + "\nRUN true", "other", "33", "https://example.org/other", "registry.example.org/other:1", "quay.io/centos-bootc/centos-bootc:stream10", "sha256:" + new string('b', 64)];
        foreach (var candidate in candidates)
        {
            if (field.Codec.TryParse(candidate, out var other, out _) && !EqualityComparer<T>.Default.Equals(other, value))
            {
                yield return field.Set(design, other);
            }
        }
    }

    /// <summary>The lines of the first design that the other has not, and that do not name the field.</summary>
    private static IEnumerable<string> Unnamed(ImageDesign design, ImageDesign other, FieldPath field)
    {
        var (compiled, others) = (Compiled.Of(design), Compiled.Of(other));
        foreach (var document in compiled.Documents)
        {
            var path = document.Path.Replace(design.Image.Name.ToString(), other.Image.Name.ToString(), StringComparison.Ordinal);
            if ((others.FindDocument(document.Path) ?? others.FindDocument(path)) is not { } counterpart)
            {
                continue;
            }

            foreach (var line in Differing(document, counterpart).Select(index => document.Lines[index]))
            {
                if (line.Text.Trim().Length > 0
                    && !line.Origins.Any(field.Covers)
                    && !Array.Exists(Exceptions, each => each.Fits(compiled, document, line, field)))
                {
                    yield return $"{document.Path}: {line.Text}  [{string.Join(' ', line.Origins.Take(4))}]";
                }
            }
        }
    }

    /// <summary>The lines that a diff would show as removed.</summary>
    private static IEnumerable<int> Differing(DesignDocument document, DesignDocument other)
    {
        var result = DiffPlex.Differ.Instance.CreateLineDiffs(Text(document), Text(other), ignoreWhitespace: false, ignoreCase: false);
        return result.DiffBlocks.SelectMany(block => Enumerable.Range(block.DeleteStartA, block.DeleteCountA)).Where(index => index < document.Lines.Count);
    }

    /// <summary>The text without the backslash that says only that another line follows.</summary>
    private static string Text(DesignDocument document) =>
        string.Join('\n', document.Lines.Select(line => line.Text.EndsWith(" \\", StringComparison.Ordinal) ? line.Text[..^2] : line.Text));

    /// <summary>True when the field has a line in the file that a check of the built image compares.</summary>
    private static bool IsIn(CompiledDesign compiled, DocumentLine check, FieldPath field) =>
        compiled.Document(BundlePaths.RootFiles + check.Text.Split(' ')[2][1..]).Lines.Any(line => line.Origins.Any(field.Covers))
        || field == ImageFields.Name.Path;
}
