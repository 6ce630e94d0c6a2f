namespace Veilor.Designer.CommandLine;

/// <summary>
/// A result could not be written: a full disk, a closed pipe. It is no <see cref="IOException"/>, so that a command that
/// expects trouble with its own files does not take it for that.
/// </summary>
public sealed class ResultLostException : Exception
{
    public ResultLostException(IOException cause)
        : base($"The result could not be written: {cause.Message.TrimEnd('.')}.", cause)
    {
    }
}
