namespace Veilor.Designer.Core.Checking.Kickstart;

/// <summary>An error of the kickstart parser.</summary>
/// <param name="Message">In the parser's words, on one line.</param>
/// <param name="Line">From 1; 0 for an included file that cannot be read, null when the parser names no line.</param>
public sealed record KickstartProblem(string Message, int? Line)
{
    /// <summary>The whole sentence that the real validator prints, on one line.</summary>
    public string Text => (Line, Message) switch
    {
        (null, _) => Message,
        (_, "") => $"There was a problem reading from line {Line} of the kickstart file",
        _ => $"The following problem occurred on line {Line} of the kickstart file: {Message}",
    };
}
