using System.Text;
using System.Text.Json;

namespace Veilor.Designer.Core.Validation;

/// <summary>
/// The words of an instruction, as the parser in buildah and in docker parts them: at blanks outside of quotes, a
/// backslash protects the next character (buildah, imagebuilder's dockerfile/parser).
/// </summary>
internal static class ContainerfileWords
{
    /// <summary>The words as written, quotes and backslashes included; null when a quote has no end.</summary>
    public static IReadOnlyList<string>? Of(string arguments)
    {
        var words = new List<string>();
        var start = -1;
        var quote = '\0';
        for (var i = 0; i < arguments.Length; i++)
        {
            var c = arguments[i];
            if (quote == '\0' && c is ' ' or '\t')
            {
                if (start >= 0)
                {
                    words.Add(arguments[start..i]);
                }

                start = -1;
                continue;
            }

            start = start < 0 ? i : start;
            if (c == '\\' && quote != '\'')
            {
                i++;
            }
            else if (c == quote)
            {
                quote = '\0';
            }
            else if (quote == '\0' && c is '"' or '\'')
            {
                quote = c;
            }
        }

        if (start >= 0)
        {
            words.Add(arguments[start..]);
        }

        return quote == '\0' ? words : null;
    }

    /// <summary>The words of LABEL or ENV as pairs, unquoted; one without an equals sign has no value. The old form, a name and its value after a blank, is one pair.</summary>
    public static IEnumerable<(string Name, string? Value)> Pairs(string arguments)
    {
        if (Of(arguments) is not [var first, ..] words)
        {
            return [];
        }

        return first.Contains('=', StringComparison.Ordinal)
            ? words.Select(word => word.Split('=', 2)).Select(pair => (Unquoted(pair[0]), pair.Length > 1 ? Unquoted(pair[1]) : null))
            : [(Unquoted(first), words.Count > 1 ? Unquoted(arguments.TrimStart()[first.Length..].Trim()) : null)];
    }

    /// <summary>The words of the form that is a JSON array of texts, or null for another form, which the shell reads.</summary>
    public static IReadOnlyList<string>? Json(string arguments)
    {
        if (!arguments.StartsWith('['))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<string?[]>(arguments) is { } words && Array.TrueForAll(words, word => word is not null) ? words.OfType<string>().ToList() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The word without its quotes and backslashes.</summary>
    public static string Unquoted(string word)
    {
        var text = new StringBuilder(word.Length);
        var quote = '\0';
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            if (c == '\\' && quote != '\'' && i + 1 < word.Length && (quote == '\0' || word[i + 1] is '"' or '$' or '\\'))
            {
                text.Append(word[++i]);
            }
            else if (c == quote)
            {
                quote = '\0';
            }
            else if (quote == '\0' && c is '"' or '\'')
            {
                quote = c;
            }
            else
            {
                text.Append(c);
            }
        }

        return text.ToString();
    }

    /// <summary>What stands behind the options of an instruction, and the options.</summary>
    public static (IReadOnlyList<string> Options, string Tail) Options(string arguments)
    {
        var options = new List<string>();
        var rest = arguments.AsSpan().TrimStart();
        while (rest.StartsWith("--"))
        {
            var end = rest.IndexOfAny(' ', '\t');
            options.Add((end < 0 ? rest : rest[..end]).ToString());
            rest = end < 0 ? [] : rest[end..].TrimStart();
        }

        return (options, rest.Length == arguments.Length ? arguments : rest.ToString());
    }
}
