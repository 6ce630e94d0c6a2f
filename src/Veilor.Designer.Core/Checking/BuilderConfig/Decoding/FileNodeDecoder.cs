using System.Globalization;
using System.Text.RegularExpressions;
using Veilor.Designer.Core.Checking.BuilderConfig.Reading;
using Veilor.Designer.Core.Checking.BuilderConfig.Schema;

namespace Veilor.Designer.Core.Checking.BuilderConfig.Decoding;

/// <summary>Decodes an entry of <c>customizations.files</c> or <c>customizations.directories</c> and checks its values.</summary>
internal static partial class FileNodeDecoder
{
    public static void CheckToml(ConfigValue value, bool isFile, Func<string, IncludedFileKind>? findFile)
    {
        var table = value as ConfigTable ?? new ConfigTable(value.Line, value.Column);
        Require("path", v => v is string, "path must be a string", isRequired: true);
        Require("user", v => v is string or long, "user must be a string or an integer", isRequired: false);
        Require("group", v => v is string or long, "group must be a string or an integer", isRequired: false);
        Require("mode", v => v is string, "mode must be a string", isRequired: false);
        if (isFile)
        {
            Require("data", v => v is string, "data must be a string", isRequired: false);
            Require("uri", v => v is string, "uri must be a string", isRequired: false);
        }
        else
        {
            Require("ensure_parents", v => v is bool, "ensure_parents must be a bool", isRequired: false);
        }

        CheckValues(name => table.Find(name)?.Value, value, findFile);

        void Require(string name, Func<object?, bool> fits, string message, bool isRequired)
        {
            var found = table.Find(name)?.Value;
            if (found is null ? isRequired : !fits((found as ConfigScalar)?.Value))
            {
                var got = name == "user" && !isFile ? $", got {GoText.TypeOf(found)}" : string.Empty;
                throw new ConfigErrorException($"UnmarshalTOML: {message}{got}", (found ?? value).Line, (found ?? value).Column);
            }
        }
    }

    public static void CheckJson(ConfigValue value, SchemaType schema, Func<string, IncludedFileKind>? findFile)
    {
        JsonDecoder.Check(value, schema, strict: false);
        var table = value as ConfigTable ?? new ConfigTable(value.Line, value.Column);
        foreach (var name in (string[])["user", "group"])
        {
            if (table.Match(name)?.Value is ConfigScalar { Value: double number } at && number != Math.Truncate(number))
            {
                throw new ConfigErrorException(string.Create(CultureInfo.InvariantCulture, $"invalid {name} {number:F6}: must be an integer"), at.Line, at.Column);
            }
        }

        CheckValues(name => table.Match(name)?.Value, value, findFile);
    }

    private static void CheckValues(Func<string, ConfigValue?> find, ConfigValue node, Func<string, IncludedFileKind>? findFile)
    {
        var data = TextOf("data");
        var uri = TextOf("uri");
        if (data.Length > 0 && uri.Length > 0)
        {
            throw At("uri", $"cannot specify both data {GoText.Quote(data)} and URI {GoText.Quote(uri)}");
        }

        var mode = TextOf("mode");
        if (mode.Length > 0 && !ModePattern().IsMatch(mode))
        {
            throw At("mode", $"invalid mode {mode}: must be an octal number");
        }

        if (uri.Length > 0)
        {
            var fault = SchemeOf(uri) is not ("" or "file") ? $"unsupported scheme for {uri} (try file://)" : (findFile?.Invoke(PathOf(uri)) ?? IncludedFileKind.Missing) switch
            {
                IncludedFileKind.Missing => $"cannot include blueprint file: stat {PathOf(uri)}: no such file or directory",
                IncludedFileKind.Other => $"{PathOf(uri)} is not a regular file",
                _ => null,
            };
            if (fault is not null)
            {
                throw At("uri", fault);
            }
        }

        var path = TextOf("path");
        var problem = path switch
        {
            "" => "path must not be empty",
            _ when path[0] != '/' => "path must be absolute",
            _ when path[^1] == '/' => "path must not end with a slash",
            _ when path != UnixPath.Clean(path) => "path must be canonical",
            _ => null,
        };
        if (problem is not null)
        {
            throw At("path", problem);
        }

        CheckOwner("user", UserPattern(), "^[A-Za-z0-9_.][A-Za-z0-9_.-]{0,31}$");
        CheckOwner("group", GroupPattern(), "^[A-Za-z0-9_][A-Za-z0-9_-]{0,31}$");

        string TextOf(string name) => (find(name) as ConfigScalar)?.Value as string ?? string.Empty;

        ConfigErrorException At(string name, string message) => new(message, (find(name) ?? node).Line, (find(name) ?? node).Column);

        void CheckOwner(string name, Regex pattern, string patternText)
        {
            switch (find(name))
            {
                case null or ConfigScalar { Value: null }:
                    return;
                case ConfigScalar { Value: string owner }:
                    if (!pattern.IsMatch(owner))
                    {
                        throw At(name, $"{name} name {GoText.Quote(owner)} doesn't conform to validating regex ({patternText})");
                    }

                    return;
                case ConfigScalar { Value: long and < 0 } or ConfigScalar { Value: double and < 0 }:
                    throw At(name, $"{name} ID must be non-negative");
                case ConfigScalar { Value: long or double }:
                    return;
                case var other:
                    throw At(name, $"{name} must be either a string or an int64, got {GoText.TypeOf(other)}");
            }
        }
    }

    private static string SchemeOf(string uri)
    {
        var colon = uri.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && char.IsAsciiLetter(uri[0]) && uri.AsSpan(0, colon).IndexOfAny('/', '?', '#') < 0
            ? uri[..colon].ToLowerInvariant()
            : string.Empty;
    }

    /// <summary>The path of a uri, as the builder takes it from one.</summary>
    public static string PathOf(string uri)
    {
        var rest = SchemeOf(uri).Length > 0 ? uri[(uri.IndexOf(':', StringComparison.Ordinal) + 1)..] : uri;
        if (!rest.StartsWith("//", StringComparison.Ordinal))
        {
            return rest;
        }

        var slash = rest.IndexOf('/', 2);
        return slash < 0 ? string.Empty : rest[slash..];
    }

    [GeneratedRegex(@"^0?[0-7]{3}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex ModePattern();

    [GeneratedRegex(@"^[A-Za-z0-9_.][A-Za-z0-9_.-]{0,31}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex UserPattern();

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_-]{0,31}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex GroupPattern();
}
