using Bunit;
using Veilor.Designer.Components.Editor;
using Veilor.Designer.Components.Fields;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Tests.Forms;

public sealed class TypedSecretTests : FormTests
{
    private const string Token = "ghp_canaryCanaryCanaryCanary0123456789ab";

    [Fact]
    public void What_is_typed_where_the_place_of_a_secret_is_asked_for_is_not_kept_by_the_browser()
    {
        var drafts = new FieldDrafts();
        drafts.Keep("extra.secrets:new.from", "hunter2");
        drafts.Keep("extra.secrets[token].from", "hunter3");
        drafts.Keep("extra.secrets:new.id", "a b");
        drafts.Keep("image.version", Token);
        drafts.Keep("system.hostname", "-box");

        Assert.Equal(["extra.secrets:new.id", "system.hostname"], DraftKeeper.Kept(drafts).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_token_that_is_refused_is_not_repeated_in_the_list_of_problems()
    {
        var page = Open("extra");
        ById(page, "extra.secrets:add").Click();
        ById(page, "extra.secrets:new.from").Input(Token);
        ById(page, "extra.secrets:new.from").Blur();

        var problem = Assert.Single(DraftProblem.Of(Editor), each => each.Path.Value.EndsWith(".from", StringComparison.Ordinal));

        Assert.DoesNotContain("canary", problem.Message, StringComparison.Ordinal);
        Assert.StartsWith("“(hidden)” is refused: This looks like the secret itself", problem.Message, StringComparison.Ordinal);
    }
}
