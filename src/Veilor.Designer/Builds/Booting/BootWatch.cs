using System.Buffers;
using System.Text;
using CliWrap;
using Veilor.Designer.Builds.Processes;
using Veilor.Designer.Core.Booting;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Builds.Booting;

/// <summary>Watches a virtual machine's serial console until it has come as far as it will.</summary>
/// <param name="target">What it is to reach.</param>
/// <param name="time">The clock; the machine is switched on now.</param>
/// <remarks>Written to by the reader of the console, asked by the runner of the step; a lock stands between.</remarks>
internal sealed class BootWatch(BootTarget target, TimeProvider time) : IStepWatch
{
    /// <summary>How long the console is listened to after the last milestone, since a panic and a prompt are followed by more.</summary>
    private static readonly TimeSpan Lingering = TimeSpan.FromSeconds(1);

    private const int ReadSize = 1 << 14;

    private readonly Lock _lock = new();
    private readonly BootConsole _console = new();
    private readonly long _started = time.GetTimestamp();
    private BootEnding? _ending;
    private TimeSpan _endedAt;

    public PipeTarget Target => PipeTarget.Create(ReadAsync);

    public bool IsOver
    {
        get
        {
            lock (_lock)
            {
                var now = Now;
                if (_ending is null && _console.Ending(target, now) is { } ending)
                {
                    (_ending, _endedAt) = (ending, now);
                }

                return _ending is not null && now >= _endedAt + Lingering;
            }
        }
    }

    public string Note => "The machine has been watched long enough and is switched off.";

    private TimeSpan Now => time.GetElapsedTime(_started);

    /// <summary>What was seen; null when the program that runs the machine could not do so.</summary>
    /// <param name="step">The step.</param>
    /// <param name="outcome">How its process ended.</param>
    /// <param name="isCancelled">True when a person ended it.</param>
    public BootReport? Report(BuildStep step, StepOutcome outcome, bool isCancelled)
    {
        lock (_lock)
        {
            var now = Now;
            var ending = _ending ?? _console.Ending(target, now) ?? (isCancelled ? BootEnding.Cancelled : BootEnding.SwitchedOff);
            if (ending == BootEnding.SwitchedOff && outcome.ExitStatus is not 0)
            {
                return null;
            }

            var file = Path.GetFileName(BootCommand.FileOf(step.Arguments) ?? "");
            var hasKvm = step.Arguments.Contains("kvm");
            return new BootReport(
                file, target.Medium, target.IsGraphical, hasKvm, ending, _ending is null ? now : _endedAt, _console.Events.ToEquatableArray());
        }
    }

    private async Task ReadAsync(Stream source, CancellationToken cancellation)
    {
        var decoder = Encoding.UTF8.GetDecoder();
        var bytes = ArrayPool<byte>.Shared.Rent(ReadSize);
        var characters = ArrayPool<char>.Shared.Rent(ReadSize + 1);
        try
        {
            int read;
            while ((read = await source.ReadAsync(bytes.AsMemory(0, ReadSize), cancellation)) > 0)
            {
                var count = decoder.GetChars(bytes, 0, read, characters, 0);
                lock (_lock)
                {
                    _console.Write(characters.AsSpan(0, count), Now);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<char>.Shared.Return(characters);
        }
    }
}
