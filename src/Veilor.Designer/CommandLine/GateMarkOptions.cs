using System.CommandLine;
using Veilor.Designer.Core.Gate;
using Veilor.Designer.Gates;

namespace Veilor.Designer.CommandLine;

/// <summary>The options of <c>gate</c> that write something down.</summary>
internal sealed class GateMarkOptions
{
    private const string Both = "both";
    private const string Bootc = "bootc";

    private readonly Option<string?> _met = new("--met") { Description = "Tick a part of a criterion by hand, such as install.completes.", HelpName = "PART" };
    private readonly Option<string?> _notMet = new("--not-met") { Description = "Write down that a part does not hold.", HelpName = "PART" };
    private readonly Option<string?> _withdraw = new("--withdraw") { Description = "Take back what was ticked by hand.", HelpName = "PART" };
    private readonly Option<string?> _evidence = new("--evidence") { Description = "What was seen; goes with --met and --not-met.", HelpName = "TEXT" };
    private readonly Option<string?> _link = new("--link") { Description = "An address with more.", HelpName = "URL" };
    private readonly Option<string?> _file = new("--file") { Description = "The name of an attached file.", HelpName = "NAME" };
    private readonly Option<int?> _risk = new("--risk") { Description = "Mark a migration risk, 1 to 10; goes with --state.", HelpName = "NUMBER" };
    private readonly Option<string?> _state = new("--state") { Description = "Where the risk stands." };
    private readonly Option<string?> _note = new("--note") { Description = "What was tried and seen.", HelpName = "TEXT" };
    private readonly Option<string?> _reproducer = new("--reproducer") { Description = "The commands that show the problem.", HelpName = "TEXT" };
    private readonly Option<string?> _ship = new("--ship") { Description = "Decide to ship both installers, or bootc alone." };
    private readonly Option<string?> _keepBootc = new("--keep-bootc") { Description = "Keep this file as the bootc artefact.", HelpName = "FILE" };
    private readonly Option<string?> _keepAnaconda = new("--keep-anaconda") { Description = "Keep this file as the Anaconda ISO.", HelpName = "FILE" };

    public GateMarkOptions()
    {
        _state.AcceptOnlyFromAmong("open", "handled", "unfixable");
        _ship.AcceptOnlyFromAmong(Both, Bootc);
    }

    private Option[] All => [_met, _notMet, _withdraw, _evidence, _link, _file, _risk, _state, _note, _reproducer, _ship, _keepBootc, _keepAnaconda];

    public void AddTo(Command command)
    {
        foreach (var option in All)
        {
            command.Add(option);
        }
    }

    public bool IsAny(ParseResult parsed) => All.Any(option => parsed.GetResult(option) is not null);

    /// <summary>The record with what the options say; null, with a message, when that cannot be.</summary>
    public async Task<GateRecord?> ApplyAsync(
        ParseResult parsed, GateRecord record, GateMarkPlace place, TextWriter error, CancellationToken cancellation)
    {
        foreach (var (option, finding) in new[] { (_met, GateFinding.Met), (_notMet, GateFinding.Failed) })
        {
            if (parsed.GetValue(option) is not { } part)
            {
                continue;
            }

            if (!IsKnown(part, error) || Evidence(parsed, part, finding, place, error) is not { } evidence)
            {
                return null;
            }

            record = record.With(evidence);
        }

        if (parsed.GetValue(_withdraw) is { } withdrawn)
        {
            if (!IsKnown(withdrawn, error))
            {
                return null;
            }

            record = record.Withdraw(withdrawn);
        }

        if (parsed.GetValue(_risk) is { } number)
        {
            if (Risk(parsed, record, number, place.Now, error) is not { } mark)
            {
                return null;
            }

            record = record.With(mark);
        }

        var keeps = new[] { (_keepBootc, KeptRole.Bootc), (_keepAnaconda, KeptRole.Anaconda) };
        foreach (var (option, role) in keeps)
        {
            // Nothing is put aside when one of two cannot be.
            if (parsed.GetValue(option) is { } file && ShippedFile.Problem(role, Path.GetFullPath(file)) is { } problem)
            {
                error.WriteLine(PlainLine.Of($"{file} could not be kept: {problem}"));
                return null;
            }
        }

        foreach (var (option, role) in keeps)
        {
            if (parsed.GetValue(option) is { } file)
            {
                try
                {
                    record = record.With(await place.Kept.KeepAsync(place.Slug, role, Path.GetFullPath(file), run: "", place.Now, cancellation));
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    error.WriteLine(PlainLine.Of($"{file} could not be kept: {exception.Message}"));
                    return null;
                }
            }
        }

        return parsed.GetValue(_ship) is { } ship ? record with { ShipsBoth = ship == Both } : record;
    }

    private GateEvidence? Evidence(ParseResult parsed, string part, GateFinding finding, GateMarkPlace place, TextWriter error)
    {
        var evidence = new GateEvidence(part, finding, place.DesignId, place.Now, parsed.GetValue(_evidence) ?? "")
        {
            Link = parsed.GetValue(_link) ?? "",
            File = parsed.GetValue(_file) ?? "",
        };
        if (evidence is not { Text: "", Link: "", File: "" })
        {
            return evidence;
        }

        error.WriteLine("A tick needs evidence: --evidence, --link or --file.");
        return null;
    }

    private RiskMark? Risk(ParseResult parsed, GateRecord record, int number, DateTimeOffset now, TextWriter error)
    {
        if (GateRisks.Find(number) is null)
        {
            error.WriteLine($"There is no risk {number}; they are 1 to {GateRisks.All.Count}.");
            return null;
        }

        var before = record.Mark(number);
        var state = parsed.GetValue(_state) is { } name ? Enum.Parse<RiskState>(name, ignoreCase: true) : before.State;
        return before with
        {
            State = state,
            Date = now,
            Note = parsed.GetValue(_note) ?? before.Note,
            Reproducer = parsed.GetValue(_reproducer) ?? before.Reproducer,
        };
    }

    private static bool IsKnown(string part, TextWriter error)
    {
        if (GateCriteria.Find(part) is not null)
        {
            return true;
        }

        var known = string.Join(", ", GateCriteria.All.SelectMany(criterion => criterion.Parts).Select(item => item.Id));
        error.WriteLine(PlainLine.Of($"'{part}' is not a part of a criterion. They are: {known}."));
        return false;
    }
}
