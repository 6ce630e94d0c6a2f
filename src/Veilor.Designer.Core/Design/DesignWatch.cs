namespace Veilor.Designer.Core.Design;

/// <summary>Who is told what is read of a design; nobody, as a rule. It is no part of the design's value.</summary>
internal readonly struct DesignWatch(DesignReads? reads) : IEquatable<DesignWatch>
{
    public void Note(DesignPart part) => reads?.Note(part);

    public void Note(DesignReads parts) => reads?.Note(parts);

    public bool Equals(DesignWatch other) => true;

    public override bool Equals(object? obj) => obj is DesignWatch;

    public override int GetHashCode() => 0;
}
