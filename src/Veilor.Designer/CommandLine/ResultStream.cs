namespace Veilor.Designer.CommandLine;

/// <summary>Standard output, where trouble with it is told from trouble with a command's files.</summary>
/// <param name="inner">Where the bytes go.</param>
internal sealed class ResultStream(Stream inner) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="ResultLostException">The bytes do not get through.</exception>
    public override void Flush() => Try(inner.Flush);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <exception cref="ResultLostException">The bytes do not get through.</exception>
    public override void Write(byte[] buffer, int offset, int count) => Try(() => inner.Write(buffer, offset, count));

    private static void Try(Action write)
    {
        try
        {
            write();
        }
        catch (IOException trouble)
        {
            throw new ResultLostException(trouble);
        }
    }
}
