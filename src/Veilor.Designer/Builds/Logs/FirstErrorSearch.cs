using Veilor.Designer.Core.Failures;

namespace Veilor.Designer.Builds.Logs;

/// <summary>
/// Listens to the lines of a step and keeps the one that says why it failed: the first line after the last heading that reads like an error, or the
/// one that such a line announces with a colon; else the line with which podman ends; else the last line on standard error; else the last line.
/// </summary>
/// <remarks>
/// podman prints a heading (<c>STEP 3/9: RUN …</c>, in a build of several stages <c>[2/2] STEP 3/9: RUN …</c>) before each instruction and one closing line
/// (<c>Error: building at STEP …</c>) that only repeats it (buildah, imagebuildah/stage_executor.go). What the reader needs is the first complaint between the two.
/// </remarks>
public sealed class FirstErrorSearch
{
    private (long Number, string Text)? _complaint, _closing, _lastError, _last;
    private string _instruction = "";

    /// <summary>What the lines so far say; null when there was none.</summary>
    public FirstError? Found => (_complaint ?? _closing ?? _lastError ?? _last) is { } found ? new FirstError(found.Number, found.Text, _instruction) : null;

    /// <summary>True when a line read like an error, or like podman's last word.</summary>
    public bool HasError => _complaint is not null || _closing is not null;

    /// <summary>Takes the next line.</summary>
    /// <param name="number">Its number in the log, from 1.</param>
    /// <param name="text">Its text, without colours.</param>
    /// <param name="stream">Where it came from; lines of the build service itself do not count.</param>
    public void Add(long number, string text, LogStream stream)
    {
        if (stream == LogStream.Note)
        {
            return;
        }

        if (stream == LogStream.Output && FailureTranslator.IsHeading(text))
        {
            _instruction = text.Trim();
            _complaint = null;
        }
        else if (text.StartsWith("Error: ", StringComparison.Ordinal))
        {
            _closing = (number, text);
        }
        else if ((_complaint is null || _complaint.Value.Text.TrimEnd().EndsWith(':')) && ErrorWords.ReadsLikeError(text))
        {
            _complaint = (number, text);
        }

        _lastError = stream == LogStream.Error ? (number, text) : _lastError;
        _last = (number, text);
    }
}
