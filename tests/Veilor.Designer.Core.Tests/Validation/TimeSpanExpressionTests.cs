using Veilor.Designer.Core.Validation.Units;

namespace Veilor.Designer.Core.Tests.Validation;

/// <summary>A length of time is taken if and only if systemd takes it.</summary>
public sealed class TimeSpanExpressionTests
{
    [Theory]
    [InlineData("5")]
    [InlineData(" 5 ")]
    [InlineData("0")]
    [InlineData("90s")]
    [InlineData("90 s")]
    [InlineData("90sec")]
    [InlineData("90secs")]
    [InlineData("2min")]
    [InlineData("2mins")]
    [InlineData("2 minuts")]
    [InlineData("2m")]
    [InlineData("2M")]
    [InlineData("1h30min")]
    [InlineData("1h 30min")]
    [InlineData("1hour 5 minutes 3s")]
    [InlineData("1hrs")]
    [InlineData("2d")]
    [InlineData("1day")]
    [InlineData("1w2d")]
    [InlineData("1month")]
    [InlineData("1mon")]
    [InlineData("1y")]
    [InlineData("500ms")]
    [InlineData("500 usec")]
    [InlineData("5µs")]
    [InlineData("1.5h")]
    [InlineData("1.h")]
    [InlineData(".5")]
    [InlineData("1.5h.5")]
    [InlineData("12.34.56")]
    [InlineData("12.34 .56")]
    [InlineData("5 5")]
    [InlineData("5x")]
    [InlineData("5 x")]
    [InlineData("+5")]
    [InlineData("1,5s")]
    [InlineData("infinity")]
    [InlineData("infinity ")]
    [InlineData("infinity s")]
    [InlineData("Infinity")]
    [InlineData("inf")]
    [InlineData("never")]
    [InlineData("5 minutes ago")]
    [InlineData("00:05")]
    [InlineData("5MIN")]
    [InlineData("m5")]
    public void Our_word_on_a_length_is_systemd_s(string text) =>
        Assert.Equal(ExternalProgram.Ends("systemd-analyze", "timespan", text) == 0, TimeSpanExpression.IsValid(text));

    [Theory]
    [InlineData("")]
    [InlineData("-5")]
    [InlineData("-1 day")]
    public void Nothing_and_less_than_nothing_are_no_lengths(string text) => Assert.False(TimeSpanExpression.IsValid(text));
}
