using System.Runtime.CompilerServices;
using System.Text;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Generation;

namespace Veilor.Designer.Components.Preview;

/// <summary>Files that are copied into the bundle as they are, as documents to look at. No field made their lines.</summary>
public static class ContentDocuments
{
    /// <summary>Larger files are downloaded rather than shown.</summary>
    public const long LargestShown = 256 * 1024;

    /// <summary>A file with a NUL this early is binary: the rule of git (<c>buffer_is_binary</c> in xdiff-interface.c).</summary>
    private const int Probe = 8000;

    private static readonly ConditionalWeakTable<ContentFile, Reading> Known = [];

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The file as a document; null when it is binary, too large or has changed on the disk.</summary>
    public static DesignDocument? Of(ContentFile file) => Known.GetValue(file, Read).Document;

    /// <summary>Why a file is not shown as text; empty when it is.</summary>
    public static string ReasonOf(ContentFile file) => Known.GetValue(file, Read).Reason;

    private static Reading Read(ContentFile file)
    {
        if (file.Length > LargestShown)
        {
            return new Reading(null, $"It is larger than {FileSize.Text(LargestShown)}.");
        }

        try
        {
            using var stream = file.ToBundleEntry().Open();
            var bytes = new byte[file.Length];
            stream.ReadExactly(bytes);
            return bytes.AsSpan(0, Math.Min(bytes.Length, Probe)).Contains((byte)0)
                ? new Reading(null, "It is a binary file.")
                : new Reading(ToDocument(file, StrictUtf8.GetString(bytes)), "");
        }
        catch (DecoderFallbackException)
        {
            return new Reading(null, "It is a binary file, or text that is not UTF-8.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Reading(null, $"It cannot be read: {e.Message}");
        }
    }

    private static DesignDocument ToDocument(ContentFile file, string text)
    {
        var lines = text.Length == 0 ? [] : (text.EndsWith('\n') ? text[..^1] : text).Split('\n');
        return new DesignDocument(
            file.Path,
            LanguageOf(file.Path, text),
            lines.Select(line => new DocumentLine(line.TrimEnd('\r'), [])).ToEquatableArray(),
            file.IsExecutable);
    }

    private static DocumentLanguage LanguageOf(string path, string text) => Path.GetExtension(path) switch
    {
        ".sh" or ".bash" => DocumentLanguage.Shell,
        ".toml" => DocumentLanguage.Toml,
        ".yml" or ".yaml" => DocumentLanguage.Yaml,
        ".md" => DocumentLanguage.Markdown,
        ".ks" => DocumentLanguage.Kickstart,
        ".conf" or ".ini" or ".service" or ".timer" or ".socket" or ".desktop" or ".repo" or ".local" or ".preset" or ".colors" => DocumentLanguage.Ini,
        _ when text.StartsWith("#!", StringComparison.Ordinal) && text.AsSpan(0, Math.Min(text.Length, 64)).Contains("sh", StringComparison.Ordinal) => DocumentLanguage.Shell,
        _ => DocumentLanguage.PlainText,
    };

    private sealed record Reading(DesignDocument? Document, string Reason);
}
