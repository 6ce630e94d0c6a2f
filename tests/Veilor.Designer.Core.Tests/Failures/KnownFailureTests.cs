using System.Text.RegularExpressions;
using Veilor.Designer.Core.Failures;
using Veilor.Designer.Core.Fields;

namespace Veilor.Designer.Core.Tests.Failures;

public sealed class KnownFailureTests
{
    public static TheoryData<string> Ids => [.. KnownFailures.All.Select(failure => failure.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_known_failure_is_recognised_in_the_tools_own_text(string id)
    {
        var explanation = FailureTranslator.Explain(FailureSamples.Lines(id), FailureContext.None);
        Assert.Equal(id, explanation?.Id);
        Assert.NotEmpty(explanation!.Cause);
        Assert.NotEmpty(explanation.Advice);
        Assert.DoesNotMatch(@"(?<!\{)\{[a-z]+\}(?!\})", explanation.Cause + explanation.Advice + explanation.Field + string.Concat(explanation.Commands));
        Assert.Equal(FailureSamples.Lines(id)[explanation.Line - 1].Trim(), explanation.Text);
    }

    [Fact]
    public void A_pattern_that_begins_with_a_run_of_any_characters_does_not_backtrack() =>
        Assert.All(
            KnownFailures.All.Where(failure => Regex.IsMatch(failure.Pattern.ToString(), @"^(\(\?:)*(\(\?<\w+>)/?(\\S|\[\^)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))),
            failure => Assert.True(failure.Pattern.Options.HasFlag(RegexOptions.NonBacktracking), failure.Id));

    [Fact]
    public void Every_known_failure_has_a_sample_with_an_origin_and_no_sample_is_left_over() =>
        Assert.Equal(
            KnownFailures.All.Select(failure => failure.Id).Order(StringComparer.Ordinal),
            FailureSamples.Origins.Keys.Order(StringComparer.Ordinal),
            StringComparer.Ordinal);

    [Fact]
    public void More_than_forty_texts_were_produced_by_the_real_tools() =>
        Assert.True(FailureSamples.Origins.Values.Count(origin => origin == "produced") >= 40);

    [Fact]
    public void A_failure_names_a_field_that_exists() =>
        Assert.All(KnownFailures.All.Where(failure => failure.Field.Length > 0), failure => Assert.NotNull(DesignFields.Find(failure.Field)));

    [Fact]
    public void Ids_are_unique() => Assert.Distinct(KnownFailures.All.Select(failure => failure.Id), StringComparer.Ordinal);

    [Fact]
    public void What_mends_a_machine_is_named_for_both_distributions() =>
        Assert.All(KnownFailures.All, failure => Assert.Equal(failure.DebianPackage.Length > 0, failure.FedoraPackage.Length > 0));
}
