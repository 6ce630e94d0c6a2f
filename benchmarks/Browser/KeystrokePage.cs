namespace Veilor.Designer.Benchmarks.Browser;

/// <summary>A page of the keystroke benchmark and what its keys took so far, in milliseconds.</summary>
internal sealed record KeystrokePage(string Name, TypingPage Page)
{
    /// <summary>From a key to the painted change.</summary>
    public List<double> Painted { get; } = [];

    /// <summary>From a key to the first of the server's answer.</summary>
    public List<double> Answered { get; } = [];

    public async Task TakeAsync()
    {
        var (painted, answered) = await Page.TakeTimesAsync();
        Painted.AddRange(painted);
        Answered.AddRange(answered);
    }
}
