using System.Numerics;

namespace Veilor.Designer.Core.Design;

/// <summary>
/// Notes which parts of a design a computation looks at. Sections are immutable and an edit shares those that it does
/// not touch, so a pure computation gives the same for every design that has the same objects in those parts.
/// </summary>
/// <remarks>Not safe for several threads at once: a computation notes what it reads on its own.</remarks>
internal sealed class DesignReads
{
    private uint _parts;

    public void Note(DesignPart part) => _parts |= 1u << (int)part;

    /// <summary>Notes all that another computation looked at.</summary>
    public void Note(DesignReads other) => _parts |= other._parts;

    /// <summary>True when both designs share everything that was looked at.</summary>
    public bool AreShared(ImageDesign left, ImageDesign right)
    {
        for (var parts = _parts; parts != 0; parts &= parts - 1)
        {
            var part = (DesignPart)BitOperations.TrailingZeroCount(parts);
            if (!ReferenceEquals(left.PartOf(part), right.PartOf(part)))
            {
                return false;
            }
        }

        return true;
    }
}
