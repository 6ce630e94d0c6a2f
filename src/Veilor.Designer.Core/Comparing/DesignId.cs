using System.Security.Cryptography;
using System.Text;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Storage;

namespace Veilor.Designer.Core.Comparing;

/// <summary>
/// What a design is, as a number: the SHA-256 of its canonical form. Equal designs have equal ids on every machine, and
/// so do designs that differ only in an order that means nothing, such as that of packages, or in the unit of a size.
/// </summary>
/// <remarks>
/// The files below <c>overlay/</c>, <c>assets/</c> and <c>scripts/</c> are part of it (path, executable bit and
/// SHA-256), because they go into the image: two designs with other files make other images. Fields with their default
/// value are left out, so a program that knows more fields gives an older design the same id.
/// </remarks>
/// <param name="Value">64 lower-case hexadecimal digits.</param>
public readonly record struct DesignId(string Value)
{
    private const string Domain = "veilor-design 1\n";
    private const int ShortLength = 12;

    /// <summary>The comment and the format number, which say nothing about the design.</summary>
    private const int HeaderLines = 2;

    private static readonly ImageDesign Blank = new();

    /// <summary>The first digits, enough to tell a person's designs apart.</summary>
    public string Short => Value[..ShortLength];

    /// <summary>Works the id out. Reads every file that was not read before.</summary>
    /// <exception cref="IOException">A file changed on the disk since it was listed.</exception>
    public static DesignId Of(ImageDesign design, DesignContent content)
    {
        var text = new StringBuilder(Domain);
        var canonical = ToCanonical(design);
        var unset = DesignFields.All.Where(field => field.IsSame(canonical, Blank)).Select(field => field.Path).ToHashSet();
        foreach (var line in DesignToml.ToLines(canonical).Skip(HeaderLines).Where(line => !unset.Contains(line.Origin.Field)))
        {
            text.Append(line.Origin.Field).Append(' ').Append(line.Text).Append('\n');
        }

        foreach (var file in content.Files)
        {
            text.Append("file ").Append(file.IsExecutable ? "755 " : "644 ").Append(file.Sha256).Append(' ').Append(file.Path).Append('\n');
        }

        return new DesignId(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))));
    }

    /// <summary>The design with every list sorted whose order means nothing, and equal values spelled alike.</summary>
    public static ImageDesign ToCanonical(ImageDesign design) =>
        DesignFields.All.Aggregate(design, (current, field) => field.ToCanonical(current));

    public override string ToString() => Value;
}
