using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;
using static Veilor.Designer.Core.Tests.Validation.Designs;
using static Veilor.Designer.Core.Tests.Validation.RuleCase;

namespace Veilor.Designer.Core.Tests.Validation.Cases;

/// <summary>Cases of the family VD9: lines of one's own, and what runs while the image is built.</summary>
internal static class ExtraCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        Raises("VD9001", "a heredoc", Sound.Lines("RUN cat > /etc/a <<'EOF'\ntext\nEOF")),
        Raises("VD9001", "a heredoc of COPY", ContentFields.BeforeLint.Set(Sound, "COPY <<-EOT /etc/a\ntext\nEOT")),
        Spares("VD9001", "a here string", Sound.Lines("RUN bash -c 'cat <<< text'")),
        Spares("VD9001", "arithmetic", Sound.Lines("RUN echo $((1 << 3))")),
        Spares("VD9001", "a comment about it", Sound.Lines("# no <<EOF here")),

        Raises("VD9002", "ENTRYPOINT", Sound.Lines("ENTRYPOINT [\"/bin/sh\"]")),
        Raises("VD9002", "ENV in lower case", Sound.Lines("env A=b")),
        Spares("VD9002", "RUN", Sound.Lines("RUN true")),
        Spares("VD9002", "the same word inside a continued RUN", Sound.Lines("RUN echo a \\\n    CMD")),
    ];
}
