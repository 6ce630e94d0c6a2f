namespace Veilor.Designer.Builds.Logs;

/// <summary>How bad a line sounds. Build tools mark no levels, so this is read from the words they use.</summary>
public enum LogSeverity
{
    /// <summary>Nothing in the line sounds like trouble.</summary>
    Ordinary,

    /// <summary>The line warns: <c>warning</c>, <c>warn</c>, <c>deprecated</c>.</summary>
    Warning,

    /// <summary>The line reads like an error, as <see cref="ErrorWords.ReadsLikeError"/> says.</summary>
    Error,
}
