using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Components.Editor.Sections;

/// <summary>A partition in the picture of a disk.</summary>
/// <param name="Partition">The partition.</param>
/// <param name="Size">The size on a disk of the drawn size, with what it grows by.</param>
/// <param name="Width">Its part of the picture's width, 0 to 1.</param>
/// <param name="Mark">Where in the segment its least size ends, 0 to 1; 1 for one that does not grow.</param>
public sealed record DiskSegment(Partition Partition, ByteSize Size, double Width, double Mark);
