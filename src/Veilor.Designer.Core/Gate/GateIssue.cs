using System.Globalization;
using System.Text;
using Veilor.Designer.Core.Design;

namespace Veilor.Designer.Core.Gate;

/// <summary>The text of an issue about a risk that cannot be fixed, in Markdown, to be filed where the design is developed.</summary>
public static class GateIssue
{
    /// <summary>A name for the file: <c>risk-03.md</c>.</summary>
    public static string FileName(int number) => string.Create(CultureInfo.InvariantCulture, $"risk-{number:00}.md");

    /// <summary>The commands that a reproducer starts from; a person adds what they saw.</summary>
    /// <param name="number">The risk.</param>
    /// <param name="design">The design.</param>
    public static string Reproducer(int number, ImageDesign design)
    {
        var image = design.BuiltReference();
        var build = $"podman build --tag {image} .";
        return number switch
        {
            3 => $"{build}\npodman run --rm --read-only {image} sh -c 'touch /usr/written'\n# and on a booted machine:\nfindmnt --output OPTIONS /usr",
            4 => $"{build} 2>&1 | tail -n 40\npodman run --rm {image} semodule --list-modules=full",
            7 => $"# Build the ISO, start it in a virtual machine with an empty disk, and install.\nveilor-designer build . --type anaconda-iso\nveilor-designer boot . install.iso",
            10 => $"{build}\npodman run --rm {image} sh -c 'cat /usr/lib/bootc/kargs.d/*.toml'\n# and on a booted machine:\ncat /proc/cmdline",
            _ => build,
        };
    }

    /// <summary>The issue's text; its first line is its title.</summary>
    /// <param name="mark">What a person has written down.</param>
    /// <param name="design">The design.</param>
    /// <param name="designId">Its id.</param>
    /// <param name="board">The gate, whose failures are named.</param>
    public static string Write(RiskMark mark, ImageDesign design, string designId, GateBoard board)
    {
        var risk = GateRisks.Find(mark.Number) ?? throw new ArgumentException($"There is no risk {mark.Number}.", nameof(mark));
        var text = new StringBuilder();
        Line($"# bootc migration, risk {risk.Number}: {risk.Title}");
        Line();
        Line($"Marked unfixable on {mark.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}. It {(risk.Decides ? "blocks" : "does not block")} the move to bootc.");
        Line();
        Line($"* Severity: {risk.Severity}");
        Line($"* Planned mitigation: {risk.Mitigation}");
        Line($"* Design: {design.Image.Name} {design.Image.Version}, id {GateEvidence.Short(designId)}");
        Line($"* Base image: {design.BaseReference()}");
        Line();
        Line("## What happens");
        Line();
        Line(mark.Note.Length == 0 ? "Nobody has described it yet." : mark.Note.TrimEnd());
        Line();
        Line("## Reproducer");
        Line();
        var reproducer = mark.Reproducer.Length == 0 ? Reproducer(mark.Number, design) : mark.Reproducer.TrimEnd();
        var fence = Fence(reproducer);
        Line($"{fence}sh");
        Line(reproducer);
        Line(fence);
        var failed = board.Criteria.SelectMany(criterion => criterion.Parts).Where(part => part is { State: GateState.Failed, Evidence: not null }).ToList();
        if (failed.Count > 0)
        {
            Line();
            Line("## Criteria of the gate that do not hold");
            Line();
            foreach (var part in failed)
            {
                var from = part.Evidence!.IsByHand ? "" : $" (run {part.Evidence.Run})";
                Line($"* {part.Part.Title}: {part.Evidence.Text.ReplaceLineEndings(" ")}{from}");
            }
        }

        return text.ToString();

        void Line(string line = "") => text.Append(line).Append('\n');
    }

    /// <summary>A fence longer than any run of backticks in the text, so that the text cannot end it (CommonMark, fenced code blocks).</summary>
    private static string Fence(string text)
    {
        int longest = 0, run = 0;
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return new string('`', Math.Max(3, longest + 1));
    }
}
