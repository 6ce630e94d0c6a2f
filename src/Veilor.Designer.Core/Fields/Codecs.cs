using System.Globalization;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Toml;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Fields;

/// <summary>The codecs that fields are declared with.</summary>
public static class Codecs
{
    public static ValueCodec<bool> Flag { get; } = new FlagCodec();

    /// <summary>One line of free text: no line break, no control character, no character that changes writing direction.</summary>
    public static ValueCodec<string> Line { get; } = new LineCodec();

    /// <summary>Free text of several lines; no control characters but the line feed and the tab.</summary>
    public static ValueCodec<string> Lines { get; } = new LinesCodec();

    /// <summary>A domain value that must be given.</summary>
    public static ValueCodec<T> Value<T>() where T : ITextValue<T> => new TextValueCodec<T>();

    /// <summary>A domain value that must be given, of which one spelling is common and means another.</summary>
    /// <param name="respell">From what was typed, without surrounding blanks, to what it means.</param>
    internal static ValueCodec<T> Value<T>(Func<string, string> respell) where T : ITextValue<T> => new TextValueCodec<T>(respell);

    /// <summary>
    /// The size of a partition or volume. A number without a unit is bytes, and so few that nobody means them are refused
    /// with the unit that is likely missing.
    /// </summary>
    internal static ValueCodec<ByteSize> VolumeSize { get; } = new TextValueCodec<ByteSize>(problem: MissingUnit);

    /// <summary>A domain value that may be left empty.</summary>
    public static ValueCodec<T?> Optional<T>() where T : class, ITextValue<T> => new OptionalCodec<T>(isSecret: false);

    /// <summary>A systemd target that may be left empty. A name without a suffix is one: systemctl would read it as a service, which nothing boots into.</summary>
    public static ValueCodec<UnitName?> OptionalTarget { get; } = new TargetCodec();

    /// <summary>The digest of an image, which may be left empty. It is told as references write it, with <c>sha256:</c>.</summary>
    public static ValueCodec<Sha256Digest?> OptionalDigest { get; } = new DigestCodec();

    /// <summary>A domain value that may be left empty and that nobody may see.</summary>
    public static ValueCodec<T?> Secret<T>() where T : class, ITextValue<T> => new OptionalCodec<T>(isSecret: true);

    /// <summary>A whole number inside bounds.</summary>
    public static ValueCodec<int> Number(int minimum, int maximum) => new NumberCodec(minimum, maximum);

    /// <summary>A whole number inside bounds, or nothing.</summary>
    public static ValueCodec<int?> OptionalNumber(int minimum, int maximum) => new OptionalNumberCodec(minimum, maximum);

    /// <summary>One of a few values.</summary>
    public static ValueCodec<T> OneOf<T>(params (T Value, string Text, string Label)[] choices) =>
        new ChoiceCodec<T>([.. choices.Select(choice => new FieldChoice<T>(choice.Value, choice.Text, choice.Label))]);

    /// <summary>One of a few values, each with what it is for.</summary>
    public static ValueCodec<T> OneOf<T>(params (T Value, string Text, string Label, string Help)[] choices) =>
        new ChoiceCodec<T>([.. choices.Select(choice => new FieldChoice<T>(choice.Value, choice.Text, choice.Label, choice.Help))]);

    /// <summary>Several values in one field, separated by blanks or commas in a form; what is typed twice counts once. Their order means nothing.</summary>
    public static ValueCodec<EquatableArray<T>> ListOf<T>(ValueCodec<T> item) => new ListCodec<T>(item, ' ', isOrdered: false);

    /// <summary>Several values in one field, one a line in a form, in an order that counts.</summary>
    public static ValueCodec<EquatableArray<T>> LinesOf<T>(ValueCodec<T> item) => new ListCodec<T>(item, '\n', isOrdered: true);

    private sealed class FlagCodec : ValueCodec<bool>
    {
        public override TomlNodeKind TomlKind => TomlNodeKind.Boolean;

        public override string Format(bool value) => value ? "true" : "false";

        public override string Describe(bool value) => value ? "on" : "off";

        public override string ToToml(bool value) => Format(value);

        public override bool TryParse(string text, out bool value, out string error)
        {
            error = "true or false";
            return bool.TryParse(text, out value);
        }
    }

    private sealed class LineCodec : ValueCodec<string>
    {
        /// <summary>A label or a name beyond this is a mistake, such as a pasted file.</summary>
        private const int LongestLine = 1_000;

        public override string Format(string value) => value;

        public override bool IsUnset(string value) => string.IsNullOrEmpty(value);

        public override bool TryParse(string text, out string value, out string error)
        {
            value = text.Trim();
            error = FreeText.Problem(value, allowLineBreaks: false)
                ?? (value.Length > LongestLine ? string.Create(CultureInfo.InvariantCulture, $"it has {value.Length} characters; {LongestLine} are allowed") : "");
            return error.Length == 0;
        }
    }

    private sealed class LinesCodec : ValueCodec<string>
    {
        public override string Format(string value) => value;

        public override bool IsUnset(string value) => string.IsNullOrEmpty(value);

        public override string ToToml(string value) =>
            value.Contains('\n', StringComparison.Ordinal) ? TomlText.MultiLine(value) : TomlText.Quote(value);

        public override bool TryParse(string text, out string value, out string error)
        {
            value = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').TrimEnd('\n');
            error = FreeText.Problem(value, allowLineBreaks: true) ?? "";
            return error.Length == 0;
        }
    }

    private static string? MissingUnit(string text) =>
        text.All(char.IsAsciiDigit) && ByteSize.TryParse(text, out var size, out _) && size.Bytes is > 0 and < 1 << 20
            ? $"A number without a unit is bytes, and {text} bytes hold nothing. Write {text} GiB, or {text} MiB."
            : null;

    private sealed class TextValueCodec<T>(Func<string, string>? respell = null, Func<string, string?>? problem = null) : ValueCodec<T> where T : ITextValue<T>
    {
        public override string Format(T value) => value?.ToString() ?? "";

        internal override T ToCanonical(T value) => T.ToCanonical(value);

        public override bool TryParse(string text, out T value, out string error)
        {
            text = text.Trim();
            if (problem?.Invoke(text) is { } found)
            {
                (value, error) = (default!, found);
                return false;
            }

            return T.TryParse(respell is null ? text : respell(text), out value!, out error);
        }
    }

    private sealed class TargetCodec : ValueCodec<UnitName?>
    {
        private readonly ValueCodec<UnitName?> _unit = Optional<UnitName>();

        public override string Format(UnitName? value) => _unit.Format(value);

        public override bool TryParse(string text, out UnitName? value, out string error)
        {
            var name = text.Trim();
            return _unit.TryParse(name.Length == 0 || name.Contains('.', StringComparison.Ordinal) ? name : name + ".target", out value, out error);
        }
    }

    private sealed class OptionalCodec<T>(bool isSecret) : ValueCodec<T?> where T : class, ITextValue<T>
    {
        public override bool IsSecret => isSecret;

        public override string Format(T? value) => value?.ToString() ?? "";

        public override bool TryParse(string text, out T? value, out string error)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                value = null;
                error = "";
                return true;
            }

            return T.TryParse(text.Trim(), out value!, out error);
        }
    }

    private sealed class DigestCodec : ValueCodec<Sha256Digest?>
    {
        private readonly ValueCodec<Sha256Digest?> _digest = Optional<Sha256Digest>();

        public override string Format(Sha256Digest? value) => _digest.Format(value);

        public override string Describe(Sha256Digest? value) => value?.Prefixed ?? "";

        public override bool TryParse(string text, out Sha256Digest? value, out string error) => _digest.TryParse(text, out value, out error);
    }

    private sealed class NumberCodec(int minimum, int maximum) : ValueCodec<int>
    {
        public override TomlNodeKind TomlKind => TomlNodeKind.Integer;

        public override string Format(int value) => value.ToString(CultureInfo.InvariantCulture);

        public override string ToToml(int value) => Format(value);

        public override bool TryParse(string text, out int value, out string error)
        {
            error = string.Create(CultureInfo.InvariantCulture, $"a whole number from {minimum} to {maximum} is allowed");
            return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
                && value >= minimum && value <= maximum;
        }
    }

    private sealed class OptionalNumberCodec(int minimum, int maximum) : ValueCodec<int?>
    {
        public override TomlNodeKind TomlKind => TomlNodeKind.Integer;

        public override string Format(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

        public override string ToToml(int? value) => Format(value);

        public override bool TryParse(string text, out int? value, out string error)
        {
            value = null;
            error = string.Create(CultureInfo.InvariantCulture, $"a whole number from {minimum} to {maximum} is allowed, or nothing");
            if (string.IsNullOrWhiteSpace(text))
            {
                return true;
            }

            if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                || number < minimum || number > maximum)
            {
                return false;
            }

            value = number;
            return true;
        }
    }

    private sealed class ChoiceCodec<T>(FieldChoice<T>[] choices) : ValueCodec<T>
    {
        public override IReadOnlyList<FieldChoice<T>> Choices => choices;

        public override bool IsUnset(T value) => Format(value).Length == 0;

        public override string Format(T value) =>
            Array.Find(choices, choice => EqualityComparer<T>.Default.Equals(choice.Value, value))?.Text ?? "";

        public override bool TryParse(string text, out T value, out string error)
        {
            var choice = Array.Find(choices, choice => string.Equals(choice.Text, text, StringComparison.Ordinal));
            value = choice is null ? default! : choice.Value;
            error = "allowed are " + string.Join(", ", choices.Select(each => each.Text.Length == 0 ? "nothing" : each.Text));
            return choice is not null;
        }
    }

    private sealed class ListCodec<T>(ValueCodec<T> item, char separator, bool isOrdered) : ValueCodec<EquatableArray<T>>
    {
        private static readonly char[] Blanks = [' ', ',', '\n', '\t'];

        public override TomlNodeKind TomlKind => TomlNodeKind.Array;

        public override bool IsUnset(EquatableArray<T> value) => value.IsEmpty;

        public override string Format(EquatableArray<T> value) => string.Join(separator, value.Select(item.Format));

        internal override IReadOnlyList<string> Items(EquatableArray<T> value) => [.. value.Select(item.Format)];

        internal override EquatableArray<T> ToCanonical(EquatableArray<T> value) =>
            isOrdered ? value : value.OrderBy(item.Format, StringComparer.Ordinal).ToEquatableArray();

        public override string ToToml(EquatableArray<T> value) => "[" + string.Join(", ", value.Select(item.ToToml)) + "]";

        public override bool TryParse(string text, out EquatableArray<T> value, out string error)
        {
            value = [];
            error = "";
            var pieces = separator == '\n'
                ? text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                : text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var items = new List<T>(pieces.Length);
            foreach (var piece in pieces)
            {
                if (!item.TryParse(piece, out var parsed, out var why))
                {
                    error = $"'{piece}': {why}";
                    return false;
                }

                if (!items.Contains(parsed))
                {
                    items.Add(parsed);
                }
            }

            value = items.ToEquatableArray();
            return true;
        }

        public override bool TryFromToml(TomlNode node, out EquatableArray<T> value, out string error)
        {
            value = [];
            error = node.Kind == TomlNodeKind.Array ? "" : $"an array is expected here, not {node.KindName}";
            var items = new List<T>(node.Items.Count);
            foreach (var each in node.Items)
            {
                if (!item.TryFromToml(each, out var parsed, out error))
                {
                    return false;
                }

                items.Add(parsed);
            }

            value = items.ToEquatableArray();
            return error.Length == 0;
        }
    }
}
