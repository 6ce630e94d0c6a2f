using System.Globalization;
using System.Text;

namespace Veilor.Designer.CommandLine;

/// <summary>
/// A file to be checked, as the real tools read it: UTF-8, with a byte order mark kept as a character. What is not
/// UTF-8 is no error of reading, because the tools have their own words for it.
/// </summary>
/// <param name="Name">As given on the command line; <c>-</c> is standard input.</param>
/// <param name="Text">Bytes that are no UTF-8 stand in it as U+FFFD.</param>
/// <param name="BadByte">The first byte that is no UTF-8; null when there is none.</param>
/// <param name="BadOffset">Where it is, counted in bytes from 0.</param>
/// <param name="BadLine">Its line, from 1; 0 when there is none.</param>
public sealed record InputFile(string Name, string Text, byte? BadByte, int BadOffset, int BadLine)
{
    /// <summary>The name that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>Far above any config; it keeps a device or a disk image from filling the memory.</summary>
    private const int MaximumBytes = 32 * 1024 * 1024;

    /// <summary>The file as it lies there.</summary>
    public ReadOnlyMemory<byte> Bytes { get; private init; }

    /// <summary>True when it starts with the byte order mark of UTF-16, of either order.</summary>
    public bool HasUtf16Mark => Bytes.Span is [0xff, 0xfe, ..] or [0xfe, 0xff, ..];

    /// <summary>Reads a file or standard input.</summary>
    /// <param name="name">The path, or <c>-</c>.</param>
    /// <param name="error">Where it is said why a file cannot be read.</param>
    /// <returns>The file; null when it cannot be read.</returns>
    public static InputFile? Read(string name, TextWriter error)
    {
        try
        {
            if (Directory.Exists(name))
                return Refuse($"{name} is a directory.", error);
            using var stream = name == StandardInput ? Console.OpenStandardInput() : File.OpenRead(name);
            return ReadBytes(stream) is { } bytes
                ? Of(name, bytes)
                : Refuse(string.Create(CultureInfo.InvariantCulture, $"{name} is larger than {MaximumBytes / 1024 / 1024} MiB."), error);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Refuse($"{name} cannot be read: {problem.Message}", error);
        }
    }

    /// <summary>The bytes as text.</summary>
    public static InputFile Of(string name, ReadOnlyMemory<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes.Span);
        for (var rest = bytes.Span; rest.Length > 0;)
        {
            if (Rune.DecodeFromUtf8(rest, out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                var offset = bytes.Length - rest.Length;
                return new InputFile(name, text, rest[0], offset, bytes.Span[..offset].Count((byte)'\n') + 1) { Bytes = bytes };
            }

            rest = rest[length..];
        }

        return new InputFile(name, text, null, 0, 0) { Bytes = bytes };
    }

    private static byte[]? ReadBytes(Stream stream)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (var count = stream.Read(buffer); count > 0; count = stream.Read(buffer))
        {
            bytes.Write(buffer, 0, count);
            if (bytes.Length > MaximumBytes)
                return null;
        }

        return bytes.ToArray();
    }

    private static InputFile? Refuse(string message, TextWriter error)
    {
        error.WriteLine(message);
        return null;
    }
}
