using System.Text.RegularExpressions;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Core.Failures;

/// <summary>
/// Listens to the lines of a failing step and says in words what went wrong. Feed it the lines in order, then ask for
/// <see cref="Explanation"/>. It keeps the first known failure; one that only repeats others gives way to a clear one.
/// </summary>
/// <remarks>
/// podman prints a heading (<c>STEP 3/9: RUN …</c>) before each instruction. What was printed before the last one belongs to instructions that
/// succeeded, so a heading makes the translator forget. So does a line that says that all went well after all: a transaction of dnf that begins
/// or ends, an image that has been fetched. An attempt that may be followed by another (podman's retries, dnf's mirrors) gives way to a clear
/// cause, until a line says that it was the last.
/// </remarks>
public sealed partial class FailureTranslator
{
    private const int LongestText = 2_000;
    private const int MostNames = 10;

    private (KnownFailure Failure, Match Match, long Line)? _found;

    /// <summary>Names of packages that later lines say the same of as the one that was found.</summary>
    private EquatableArray<string> _names = [];

    /// <summary>True while what was found may be overcome by another attempt.</summary>
    private bool _isAttempt;

    /// <summary>True when what was found will most likely make the step fail: it is clear, and no other attempt follows.</summary>
    public bool IsCertain => _found is { Failure.IsVague: false } && !_isAttempt;

    /// <summary>True for the line that podman prints before an instruction, such as <c>STEP 3/9: RUN make</c>.</summary>
    /// <param name="text">The line, without colours.</param>
    public static bool IsHeading(string text) => Heading().IsMatch(text);

    /// <summary>Takes the next line.</summary>
    /// <param name="number">Its number in the log, from 1.</param>
    /// <param name="text">Its text, without colours.</param>
    public void Add(long number, string text)
    {
        if (IsHeading(text) || Success().IsMatch(text))
        {
            (_found, _names) = (null, []);
            return;
        }

        var shortened = text.Length > LongestText ? text[..LongestText] : text;
        var isAttempt = Attempt().IsMatch(shortened);
        if (_found is { Failure.IsVague: false } && _isAttempt && LastAttempt().IsMatch(shortened))
        {
            _isAttempt = false;
        }

        if (_found is { Failure.IsVague: false } known && (!_isAttempt || isAttempt))
        {
            if (KnownFailures.All.FirstOrDefault(failure => failure.Replaces == known.Failure.Id) is { } sum && MatchOf(sum.Pattern, shortened) is { Success: true } whole)
            {
                (_found, _names) = ((sum, whole, number), []);
                return;
            }

            AddName(known.Failure, shortened);
            return;
        }

        foreach (var failure in KnownFailures.All)
        {
            if ((_found is null || !failure.IsVague) && MatchOf(failure.Pattern, shortened) is { Success: true } match)
            {
                _found = (failure, match, number);
                _isAttempt = isAttempt;
                _names = [];
                return;
            }
        }
    }

    /// <summary>What the lines so far say; null when none of them is known.</summary>
    public FailureExplanation? Explanation(FailureContext context)
    {
        if (_found is not { } found)
        {
            return null;
        }

        var (failure, match, line) = found;
        var design = context.Design;
        string? Value(string name) => Named(name, match, design);
        var advice = Fill(failure.Advice, Value) ?? "";
        if (match.Groups[failure.NearGroup] is { Success: true, Value: var typed })
        {
            advice = NearNames.IsPackage(typed)
                ? $"The name is right for Fedora: look for a repository that could not be read, or that this base does not have. {advice}"
                : NearNames.Packages(typed) is { Count: > 0 } near ? $"Did you mean {string.Join(" or ", near)}? {advice}" : advice;
        }

        var cause = Fill(failure.Cause, Value) ?? failure.Cause;
        if (_names.Count > 0)
        {
            cause += $" Nor has any {string.Join(", ", _names.Select(name => $"“{name}”"))}.";
        }

        var field = IsPush(match, context) && string.Equals(failure.Field, ImageFields.Base.Path.ToString(), StringComparison.Ordinal)
            ? DeliveryFields.Repository.Path.ToString()
            : FieldOf(failure, Value, design);
        return new FailureExplanation(failure.Id, line, match.Result("$_").Trim(), cause, advice, field, Commands(failure, Value, context)) { IsVague = failure.IsVague };
    }

    /// <summary>Explains a whole log.</summary>
    /// <returns>Null when no line is known.</returns>
    public static FailureExplanation? Explain(IEnumerable<string> lines, FailureContext context)
    {
        var translator = new FailureTranslator();
        long number = 0;
        foreach (var line in lines)
        {
            translator.Add(++number, line);
        }

        return translator.Explanation(context);
    }

    private void AddName(KnownFailure failure, string text)
    {
        if (failure.NearGroup.Length > 0
            && _names.Count < MostNames
            && MatchOf(failure.Pattern, text) is { Success: true } match
            && match.Groups[failure.NearGroup] is { Success: true, Value: var name }
            && !string.Equals(name, _found?.Match.Groups[failure.NearGroup].Value, StringComparison.Ordinal)
            && !_names.Contains(name))
        {
            _names = [.. _names, name];
        }
    }

    /// <summary>True when the line is about the registry that the image is sent to.</summary>
    private static bool IsPush(Match match, FailureContext context) => context.IsPublishing || Push().IsMatch(match.Result("$_"));

    /// <summary>A pattern that takes too long, as on a machine that is busy, has not matched: no line may end a build.</summary>
    private static Match MatchOf(Regex pattern, string text)
    {
        try
        {
            return pattern.Match(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return Match.Empty;
        }
    }

    private static string? Named(string name, Match match, ImageDesign? design) =>
        match.Groups[name] is { Success: true } group
            ? group.Value.Trim().TrimEnd('.', ',')
            : name switch
            {
                "image" => design?.BuiltReference().ToString() ?? "IMAGE",
                "base" => design?.BaseReference().ToString() ?? "BASE-IMAGE",
                "registry" => RegistryOf(match) ?? (design?.Image.Base.Registry is { Length: > 0 } registry ? registry : "REGISTRY"),
                "target" => RegistryOf(match) ?? (design?.Publish.Repository?.Registry is { Length: > 0 } target ? target : "REGISTRY"),
                "repository" => design?.Image.Base.Name ?? "REGISTRY/NAME",
                _ => null,
            };

    /// <summary>The registry that the line itself names; null when it names none.</summary>
    private static string? RegistryOf(Match match) =>
        Registry().Match(match.Result("$_")) is { Success: true } found ? found.Groups["host"].Value : null;

    private static EquatableArray<string> Commands(KnownFailure failure, Func<string, string?> value, FailureContext context)
    {
        if (failure.DebianPackage.Length == 0)
        {
            return Fill(failure.Command, value, isCommand: true) is { Length: > 0 } command ? [command] : [];
        }

        return context.Machine?.InstallCommand(PackagesFor(failure, context.Machine)) is { } install
            ? [install]
            : [$"sudo apt-get install -y {failure.DebianPackage}", $"sudo dnf install -y {failure.FedoraPackage}"];
    }

    private static string[] PackagesFor(KnownFailure failure, Plans.OsRelease machine) =>
        (machine.IdLike.Append(machine.Id).Any(id => id is "debian" or "ubuntu") ? failure.DebianPackage : failure.FedoraPackage).Split(' ');

    /// <summary>The field, with the item when the design has it: a name that a dependency brought in is no item.</summary>
    private static string FieldOf(KnownFailure failure, Func<string, string?> value, ImageDesign? design)
    {
        var field = Fill(failure.Field, value);
        if (field is null || design is null || !field.EndsWith(']'))
        {
            return WithoutItem(failure.Field);
        }

        var key = field[(field.IndexOf('[', StringComparison.Ordinal) + 1)..^1];
        var bare = key.TrimStart('@');
        var packages = design.Packages;
        var services = design.Services;
        (string List, IEnumerable<string> Keys)[] lists =
        [
            ("packages.install", packages.Install.Select(item => item.ToString())),
            ("packages.environments", packages.Environments.Select(item => item.ToString())),
            ("packages.groups", packages.Groups.Select(item => item.ToString())),
            ("packages.remove", packages.Remove.Select(item => item.ToString())),
            ("services.enable", services.Enable.Select(item => item.ToString())),
            ("services.mask", services.Mask.Select(item => item.ToString())),
            ("services.disable", services.Disable.Select(item => item.ToString())),
        ];
        var section = field[..field.IndexOf('.', StringComparison.Ordinal)];
        foreach (var (list, keys) in lists.Where(list => list.List.StartsWith(section, StringComparison.Ordinal)))
        {
            if (keys.FirstOrDefault(item => item == key || item == bare) is { } item)
            {
                return $"{list}[{item}]";
            }
        }

        return WithoutItem(field);
    }

    private static string WithoutItem(string field) => field.Split('[')[0];

    /// <summary>The text with its holes filled; null when a value is missing.</summary>
    /// <param name="template">The text with its holes.</param>
    /// <param name="value">The value of a name.</param>
    /// <param name="isCommand">True for a command of a shell, in which a value from the log is data and never syntax.</param>
    private static string? Fill(string template, Func<string, string?> value, bool isCommand = false)
    {
        var isComplete = true;
        var text = Hole().Replace(template, hole =>
        {
            var found = value(hole.Groups["name"].Value);
            isComplete &= found is not null;
            return isCommand && found is not null ? InCommand(found, template.AsSpan(0, hole.Index).Count('\'') % 2 == 1) : found ?? "";
        });
        return isComplete ? text : null;
    }

    /// <summary>A value as a word of its own, or as a part of one that stands in single quotes.</summary>
    private static string InCommand(string value, bool isQuoted) =>
        isQuoted ? value.Replace("'", @"'\''", StringComparison.Ordinal) : ShellText.Quote(value);

    [GeneratedRegex(@"(?<!\{)\{(?<name>[a-z]+)\}(?!\})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Hole();

    [GeneratedRegex(@"^(\[\d+/\d+\] )?STEP \d+(/\d+)?: ", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Heading();

    /// <summary>dnf's words when all is fetched and when all is done, and podman's when an image is whole.</summary>
    [GeneratedRegex(
        @"^(?:Complete!|Running transaction|Writing manifest to image destination|Storing signatures)\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Success();

    [GeneratedRegex(
        @"Failed, retrying in |^>>> (?:Status code|Curl error|Downloading successful, but)|^\[MIRROR\] ",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Attempt();

    [GeneratedRegex(
        @"No more mirrors to try|Usable URL not found|[Aa]ll mirrors were (?:already )?tried|^Failed to download",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex LastAttempt();

    /// <summary>containers/image's words for what it does at the place that an image is sent to.</summary>
    [GeneratedRegex(
        @"\b(?:at destination|destination repository|uploading (?:manifest|layer)|layer upload|signing \[)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Push();

    /// <summary>containers/image names the registry in a reference, in an address of its API, or by itself.</summary>
    [GeneratedRegex(
        @"(?:docker://|\b(?:registry|repository|in|to) |https?://(?=[^/\s]+/v2/))(?<host>localhost(?::\d+)?|[\w-]+(?:\.[\w-]+)+(?::\d+)?|[\w-]+:\d+)(?=[/:\s""]|$)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Registry();
}
