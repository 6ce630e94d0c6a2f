using Veilor.Designer.Gates;

namespace Veilor.Designer.CommandLine;

/// <summary>What a person's mark is about.</summary>
/// <param name="Slug">The design.</param>
/// <param name="DesignId">Its id now.</param>
/// <param name="Kept">Where files are put aside.</param>
/// <param name="Now">The date to write down.</param>
internal sealed record GateMarkPlace(string Slug, string DesignId, KeptFiles Kept, DateTimeOffset Now);
