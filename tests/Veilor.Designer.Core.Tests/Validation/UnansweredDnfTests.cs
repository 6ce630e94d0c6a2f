using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Validation.Rules;

namespace Veilor.Designer.Core.Tests.Validation;

public sealed class UnansweredDnfTests
{
    [Theory]
    [InlineData("RUN dnf install a && dnf5 \\\n  --setopt=b=c group install d", "RUN dnf -y install a && dnf5 -y \\\n  --setopt=b=c group install d")]
    [InlineData("# dnf install\nRUN echo 'dnf install a' && dnf -y install b && yum remove c", "# dnf install\nRUN echo 'dnf install a' && dnf -y install b && yum -y remove c")]
    [InlineData("RUN true\nRUN [\"dnf\", \"install\", \"a\"]", "RUN true")]
    public void The_fix_answers_or_takes_the_instruction_out(string lines, string mended)
    {
        var design = Designs.Sound.Lines(lines);
        foreach (var diagnostic in new UnansweredDnfRule().Check(RuleInput.Of(design, Content.DesignContent.Empty)))
        {
            design = diagnostic.Fix!.Apply(design);
        }

        Assert.Equal(mended, ContentFields.AfterPackages.Get(design));
    }
}
