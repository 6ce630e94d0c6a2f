using System.Buffers.Binary;
using System.Text;

namespace Veilor.Designer.Tests.Security;

/// <summary>
/// The few messages of SignalR's MessagePack hub protocol that the tests send and read: a length as a variable-length
/// integer, then an array that starts with the message's type.
/// </summary>
public static class CircuitMessage
{
    public const int CompletionType = 3;
    public const int PingType = 6;
    public const int CloseType = 7;

    private const int InvocationType = 1;

    /// <summary>Calls a method that does not exist, with one text of the given length.</summary>
    public static byte[] Invocation(int argumentLength)
    {
        using var body = new MemoryStream();
        body.WriteByte(0x96); // array of six
        body.WriteByte(InvocationType);
        body.WriteByte(0x80); // no headers
        WriteShortText(body, "1"); // the invocation's id: an answer is wanted
        WriteShortText(body, "NoSuchMethod");
        body.WriteByte(0x91); // array of one
        body.WriteByte(0xdb); // text with a 32-bit length
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, argumentLength);
        body.Write(length);
        body.Write(Encoding.ASCII.GetBytes(new string('x', argumentLength)));
        body.WriteByte(0x90); // no streams

        using var message = new MemoryStream();
        WriteLength(message, (int)body.Length);
        body.WriteTo(message);
        return message.ToArray();
    }

    /// <summary>The type of the first message in <paramref name="data"/>.</summary>
    public static int TypeOf(byte[] data)
    {
        var start = Array.FindIndex(data, part => (part & 0x80) == 0) + 1;
        return data[start + 1];
    }

    private static void WriteShortText(MemoryStream stream, string text)
    {
        stream.WriteByte((byte)(0xa0 | text.Length));
        stream.Write(Encoding.ASCII.GetBytes(text));
    }

    private static void WriteLength(MemoryStream stream, int length)
    {
        for (; length > 0x7f; length >>= 7)
            stream.WriteByte((byte)(0x80 | (length & 0x7f)));
        stream.WriteByte((byte)length);
    }
}
