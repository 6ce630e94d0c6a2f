namespace Veilor.Designer.Core.Gate;

/// <summary>A file that is kept because it is shipped. It lies outside the runs, so that deleting them does not take it along.</summary>
/// <param name="Role">Which of the two it is.</param>
/// <param name="File">Its name.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">As 64 hexadecimal digits.</param>
/// <param name="Run">The run it comes from; empty for a file of other origin.</param>
/// <param name="Date">When it was put aside.</param>
public sealed record KeptArtifact(KeptRole Role, string File, long Size, string Sha256, string Run, DateTimeOffset Date);
