using BenchmarkDotNet.Attributes;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Highlighting;

namespace Veilor.Designer.Benchmarks.Compile;

/// <summary>Colouring of 500 lines, language by language: what the preview pays for a document that it shows for the first time.</summary>
public class HighlightBenchmark
{
    private readonly string[] _lines =
        [.. Enumerable.Range(0, 500).Select(i => $"RUN --mount=type=cache dnf -y install package-{i} \"$NAME\" key = [1, 'two'] # comment {i}")];

    [ParamsAllValues]
    public DocumentLanguage Language { get; set; }

    [Benchmark]
    public int FiveHundredLines()
    {
        var tokenizer = Tokenizers.For(Language);
        var state = 0;
        foreach (var line in _lines)
        {
            tokenizer.Tokenize(line, ref state);
        }

        return state;
    }
}
