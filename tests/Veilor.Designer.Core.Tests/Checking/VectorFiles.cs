using Veilor.Designer.Core.Checking.Vectors;

namespace Veilor.Designer.Core.Tests.Checking;

/// <summary>The verdicts of the real tools, recorded once; the checkers must agree with all of them.</summary>
internal static class VectorFiles
{
    public static IReadOnlyList<BuilderConfigVector> BuilderConfigs { get; } = BuilderConfigVectors.Read(Load("builder-config-vectors.json"));

    public static IReadOnlyList<KickstartVector> Kickstarts { get; } = KickstartVectors.Read(Load("kickstart-vectors.json"));

    public static string Load(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Checking", "vectors", name));
}
