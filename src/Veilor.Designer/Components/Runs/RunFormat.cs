using System.Globalization;
using MudBlazor;
using Veilor.Designer.Builds;
using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Components.Runs;

/// <summary>How runs are put into words and pictures, the same everywhere.</summary>
internal static class RunFormat
{
    /// <summary>Said of a run and a step that go on only when somebody acts.</summary>
    public const string Waiting = "Waits for you";

    public static string Duration(TimeSpan duration) => duration.TotalHours >= 1
        ? duration.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture)
        : duration.TotalSeconds >= 10
            ? duration.ToString(@"m\:ss", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, duration.TotalSeconds):0.0} s");

    /// <summary>A size in the unit that makes it readable, by 1024.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1 << 20 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.0} KiB"),
        < 1 << 30 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 20):0.0} MiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 30):0.00} GiB"),
    };

    public static string Moment(DateTimeOffset moment, TimeProvider time) =>
        TimeZoneInfo.ConvertTime(moment, time.LocalTimeZone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>What the browser's tab says: the state first, since tabs are narrow.</summary>
    public static string Title(BuildRun run)
    {
        var state = run switch
        {
            { WaitsForPerson: true } => $"❗ {Word(run)}",
            { State: RunState.Running } => $"▶ {Step(run)}",
            { State: RunState.Succeeded, IsBoot: false } => "✔ Built",
            { State: RunState.Succeeded } => $"✔ {Word(run)}",
            { State: RunState.Failed } => $"✘ {Word(run)}",
            _ => Word(run),
        };
        return $"{state} · {run.DesignTitle} · Veilor Designer";
    }

    /// <summary>A run's state in a word or two, which tells a boot from a build, and that somebody must act.</summary>
    public static string Word(BuildRun run) => run switch
    {
        { WaitsForPerson: true } => Waiting,
        { IsBoot: false } => run.State.ToString(),
        { State: RunState.Queued } => "Boot queued",
        { State: RunState.Running } => "Booting",
        { State: RunState.Succeeded } => "Booted",
        { State: RunState.Failed } => "Boot failed",
        { State: RunState.Cancelled } => "Boot cancelled",
        _ => "Boot interrupted",
    };

    /// <summary>True when a run has ended and made an image, or booted one: what can be done with it is worth saying, whatever failed later.</summary>
    public static bool HasNextCommands(BuildRun run) => run.State == RunState.Succeeded
        || (run.IsEnded && run.Steps.Any(step => step.Step.Kind == StepKind.Build && step.State == StepState.Succeeded));

    /// <summary>Commands for what a run has made.</summary>
    /// <param name="run">The run.</param>
    /// <param name="files">Full paths of the files that it made.</param>
    public static IEnumerable<NextCommand> NextCommandsOf(BuildRun run, IReadOnlyList<string> files)
    {
        // A step by sudo, or a program that is root itself: either way its images are not in the person's own storage.
        var isInRootsStorage = Environment.IsPrivilegedProcess || run.Steps.Any(step => step.Step is { Kind: StepKind.Build, UsesSudo: true });
        return NextCommands.For(run.ImageReference, run.Steps.Any(step => step.Step.Id == "push" && step.State == StepState.Succeeded), files, isInRootsStorage);
    }

    /// <summary>How far a run is, such as <c>2 of 3</c>.</summary>
    private static string Step(BuildRun run) => string.Create(
        CultureInfo.InvariantCulture, $"{Math.Min(run.Steps.Count, run.Steps.Count(step => step.State is not (StepState.Pending or StepState.Running)) + 1)} of {run.Steps.Count}");

    public static (string Icon, Color Color) Look(BuildRun run) => run switch
    {
        { WaitsForPerson: true } => (Icons.Material.Filled.Terminal, Color.Warning),
        { State: RunState.Queued } => (Icons.Material.Filled.Schedule, Color.Default),
        { State: RunState.Running } => (Icons.Material.Filled.PlayCircle, Color.Info),
        { State: RunState.Succeeded } => (Icons.Material.Filled.CheckCircle, Color.Success),
        { State: RunState.Failed } => (Icons.Material.Filled.Error, Color.Error),
        { State: RunState.Cancelled } => (Icons.Material.Filled.Cancel, Color.Warning),
        _ => (Icons.Material.Filled.PowerOff, Color.Warning),
    };

    public static (string Icon, Color Color) Look(StepState state) => state switch
    {
        StepState.Pending => (Icons.Material.Filled.Schedule, Color.Default),
        StepState.Running => (Icons.Material.Filled.PlayCircle, Color.Info),
        StepState.Succeeded => (Icons.Material.Filled.CheckCircle, Color.Success),
        StepState.Failed => (Icons.Material.Filled.Error, Color.Error),
        StepState.Skipped => (Icons.Material.Filled.SkipNext, Color.Default),
        StepState.Cancelled => (Icons.Material.Filled.Cancel, Color.Warning),
        _ => (Icons.Material.Filled.PowerOff, Color.Warning),
    };
}
