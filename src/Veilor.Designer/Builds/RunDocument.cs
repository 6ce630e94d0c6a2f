using System.Text.Json;
using System.Text.Json.Serialization;
using Veilor.Designer.Core.Booting;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Failures;
using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Builds;

/// <summary>The form of a <see cref="BuildRun"/> in <c>run.json</c>. Plain members, so that the file's form does not follow the code's.</summary>
internal sealed record RunDocument
{
    /// <summary>The only form so far.</summary>
    public const int CurrentFormat = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public required int Format { get; init; }

    public required string Id { get; init; }

    public required string DesignSlug { get; init; }

    public required string DesignTitle { get; init; }

    public required string ImageReference { get; init; }

    public string? DesignId { get; init; }

    public required RunState State { get; init; }

    public required DateTimeOffset Created { get; init; }

    public DateTimeOffset? Started { get; init; }

    public DateTimeOffset? Ended { get; init; }

    public string? Reason { get; init; }

    public required IReadOnlyList<StepDocument> Steps { get; init; }

    public static byte[] Write(BuildRun run) => JsonSerializer.SerializeToUtf8Bytes(
        new RunDocument
        {
            Format = CurrentFormat,
            Id = run.Id.Value,
            DesignSlug = run.DesignSlug,
            DesignTitle = run.DesignTitle,
            ImageReference = run.ImageReference,
            DesignId = run.DesignId.Length == 0 ? null : run.DesignId,
            State = run.State,
            Created = run.Created,
            Started = run.Started,
            Ended = run.Ended,
            Reason = run.Reason,
            Steps = [.. run.Steps.Select(StepDocument.From)],
        },
        Options);

    /// <summary>Reads a run back.</summary>
    /// <exception cref="JsonException">The text is not a run of a known form.</exception>
    public static BuildRun Read(ReadOnlySpan<byte> json)
    {
        var document = JsonSerializer.Deserialize<RunDocument>(json, Options) ?? throw new JsonException("The file holds no run.");
        if (document.Format != CurrentFormat)
        {
            throw new JsonException($"Form {document.Format} is not known; {CurrentFormat} is.");
        }

        if (!RunId.TryParse(document.Id, out var id))
        {
            throw new JsonException($"'{document.Id}' is not a run's id.");
        }

        var steps = document.Steps.Select(step => step.ToRecord()).ToEquatableArray();
        return new BuildRun(
            id, document.DesignSlug, document.DesignTitle, document.ImageReference, document.State, document.Created, steps)
        {
            DesignId = document.DesignId ?? "",
            Started = document.Started,
            Ended = document.Ended,
            Reason = document.Reason,
        };
    }

    internal sealed record StepDocument
    {
        public required string Id { get; init; }

        public required string Title { get; init; }

        public required IReadOnlyList<string> Command { get; init; }

        public IReadOnlyList<string>? PlannedArguments { get; init; }

        public required string Produces { get; init; }

        public string? ContainerName { get; init; }

        public StepKind Kind { get; init; }

        public string? OutputFile { get; init; }

        public IReadOnlyList<string>? TerminalCommands { get; init; }

        public BootDocument? Boot { get; init; }

        public required StepState State { get; init; }

        public DateTimeOffset? Started { get; init; }

        public DateTimeOffset? Ended { get; init; }

        public int? ExitStatus { get; init; }

        public long? FirstLogLine { get; init; }

        public long? FailureLogLine { get; init; }

        public string? FailureText { get; init; }

        public ExplanationDocument? Explanation { get; init; }

        public static StepDocument From(StepRecord record) => new()
        {
            Id = record.Step.Id,
            Title = record.Step.Title,
            Command = [record.Step.Command, .. record.Step.Arguments],
            PlannedArguments = record.PlannedArguments is { } planned ? [.. planned] : null,
            Produces = record.Step.Produces,
            ContainerName = record.Step.ContainerName,
            Kind = record.Step.Kind,
            OutputFile = record.Step.OutputFile,
            TerminalCommands = record.Step.IsForTerminal ? [.. record.Step.TerminalCommands] : null,
            Boot = record.Step.Boot is { } boot ? new BootDocument(boot.Medium, boot.IsGraphical, boot.TimeLimit) : null,
            State = record.State,
            Started = record.Started,
            Ended = record.Ended,
            ExitStatus = record.ExitStatus,
            FirstLogLine = record.FirstLogLine,
            FailureLogLine = record.FailureLogLine,
            FailureText = record.FailureText,
            Explanation = ExplanationDocument.From(record.Explanation),
        };

        public StepRecord ToRecord()
        {
            var command = Command is [var program, ..] ? program : throw new JsonException($"The step '{Id}' has no command.");
            var step = new BuildStep(Id, Title, command, Command.Skip(1).ToEquatableArray(), Produces)
            {
                ContainerName = ContainerName,
                Kind = Kind,
                OutputFile = OutputFile,
                TerminalCommands = (TerminalCommands ?? []).ToEquatableArray(),
                Boot = Boot is { } boot ? new BootTarget(boot.Medium, boot.IsGraphical, boot.TimeLimit) : Kind == StepKind.Boot ? BootCommand.TargetOf(Command) : null,
            };
            return new StepRecord(step, State)
            {
                PlannedArguments = PlannedArguments?.ToEquatableArray(),
                Started = Started,
                Ended = Ended,
                ExitStatus = ExitStatus,
                FirstLogLine = FirstLogLine,
                FailureLogLine = FailureLogLine,
                FailureText = FailureText,
                Explanation = Explanation?.ToExplanation(),
            };
        }
    }

    /// <summary>What a boot is to reach.</summary>
    internal sealed record BootDocument(BootMedium Medium, bool IsGraphical, TimeSpan TimeLimit);

    internal sealed record ExplanationDocument(
        string Id, long Line, string Text, string Cause, string Advice, string Field, IReadOnlyList<string> Commands, bool IsVague = false)
    {
        public static ExplanationDocument? From(FailureExplanation? explanation) => explanation is null
            ? null
            : new ExplanationDocument(
                explanation.Id, explanation.Line, explanation.Text, explanation.Cause, explanation.Advice, explanation.Field, [.. explanation.Commands], explanation.IsVague);

        public FailureExplanation ToExplanation() => new(Id, Line, Text, Cause, Advice, Field, Commands.ToEquatableArray()) { IsVague = IsVague };
    }
}
