using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Tests.Values;

/// <summary>What every text value promises.</summary>
internal static class ValueAssert
{
    /// <summary>The text is read, its canonical text is as given, and that reads as the same value.</summary>
    public static T Accepts<T>(string text, string? canonical = null)
        where T : ITextValue<T>
    {
        Assert.True(T.TryParse(text, out var value, out var error), $"“{text}” was refused: {error}");
        Assert.Equal("", error);
        Assert.Equal(canonical ?? text, value.ToString());
        Assert.True(T.TryParse(value.ToString(), out var again, out _));
        Assert.Equal(value, again);
        Assert.Equal(value.GetHashCode(), again.GetHashCode());
        return value;
    }

    /// <summary>The text is refused, with a message that holds the words.</summary>
    public static void Refuses<T>(string? text, string words)
        where T : ITextValue<T>
    {
        Assert.False(T.TryParse(text, out _, out var error), $"“{text}” was accepted");
        Assert.Contains(words, error, StringComparison.Ordinal);
        Assert.EndsWith(".", error, StringComparison.Ordinal);
        Assert.DoesNotContain(error, char.IsControl);
        var exception = Assert.Throws<FormatException>(() => TextValue.Parse<T>(text!));
        Assert.Contains(error, exception.Message, StringComparison.Ordinal);
    }
}
