using System.Text;
using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Generation;

/// <summary>A generated file: its lines with their origins, and the exact bytes that are previewed, exported and built.</summary>
public sealed class DesignDocument
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public DesignDocument(string path, DocumentLanguage language, EquatableArray<DocumentLine> lines, bool isExecutable = false)
    {
        Path = path;
        Language = language;
        Lines = lines;
        IsExecutable = isExecutable;
    }

    /// <summary>The path inside the bundle, with forward slashes.</summary>
    public string Path { get; }

    public DocumentLanguage Language { get; }

    public EquatableArray<DocumentLine> Lines { get; }

    /// <summary>True for mode 0755, false for 0644; git keeps no other modes.</summary>
    public bool IsExecutable { get; }

    /// <summary>The whole text; every line ends with a line feed.</summary>
    public string Text => field ??= Join();

    /// <summary>The file's bytes: UTF-8 without a byte order mark.</summary>
    public byte[] ToBytes() => Utf8.GetBytes(Text);

    private string Join()
    {
        var text = new StringBuilder();
        foreach (var line in Lines)
        {
            text.Append(line.Text).Append('\n');
        }

        return text.ToString();
    }
}
