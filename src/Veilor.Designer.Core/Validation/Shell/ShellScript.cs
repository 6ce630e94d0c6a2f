namespace Veilor.Designer.Core.Validation.Shell;

/// <summary>
/// A shell text, read as bash reads it before it runs anything: quotes, expansions, here documents, and the words that
/// open and close blocks (bash(1), SHELL GRAMMAR). Nothing is expanded.
/// </summary>
/// <param name="Fault">What bash would end at, as the end of a sentence about the text; null when it can be run. Text that is too tangled to judge has none.</param>
/// <param name="Commands">The simple commands, with those of substitutions, in order; null when the text has a fault or was not judged.</param>
public sealed record ShellScript(string? Fault, IReadOnlyList<ShellCommand>? Commands)
{
    /// <summary>Reads a text. It never fails: what is wrong is in the answer.</summary>
    public static ShellScript Read(string text)
    {
        var reader = new ShellReader(text);
        try
        {
            reader.ReadAll();
            return new ShellScript(Fault: null, reader.Commands);
        }
        catch (ShellFaultException fault)
        {
            return new ShellScript(fault.Message.Length == 0 ? null : fault.Message, Commands: null);
        }
    }
}
