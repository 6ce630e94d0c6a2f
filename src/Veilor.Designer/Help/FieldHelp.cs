using System.Text;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Help;

/// <summary>Writes the pages of fields and sections from the registry, so that no field can be without one.</summary>
internal static class FieldHelp
{
    /// <summary>The page of a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="section">Its section.</param>
    /// <param name="more">What is written by hand beside what the registry says; may be empty.</param>
    public static HelpTopic Of(DesignField field, DesignSection section, string more)
    {
        var text = new StringBuilder()
            .Append("# ").Append(MarkdownText.Escape(field.Label)).Append("\n\n")
            .Append(MarkdownText.Escape(field.Help)).Append('\n');
        if (field.Choices.Count > 0)
        {
            text.Append("\n## Allowed values\n\n| In design.toml | Meaning |\n|---|---|\n");
            foreach (var choice in field.Choices)
            {
                text.Append("| ").Append(choice.Text.Length == 0 ? "left out" : $"`{choice.Text}`").Append(" | ").Append(MarkdownText.Escape(choice.Label)).Append(" |\n");
            }
        }

        if (field.Parts.Count > 0)
        {
            text.Append("\n## What each row holds\n\n| | In design.toml | Meaning |\n|---|---|---|\n");
            foreach (var part in field.Parts)
            {
                text.Append("| ").Append(MarkdownText.Escape(part.Label)).Append(part.IsRequired ? " (required)" : "").Append(" | `").Append(part.Name).Append("` | ")
                    .Append(MarkdownText.Escape(part.Help));
                if (part.Choices.Count > 0)
                {
                    text.Append(" Allowed: ").AppendJoin(", ", part.Choices.Select(choice => choice.Text.Length == 0 ? "nothing" : $"`{choice.Text}`")).Append('.');
                }

                text.Append(" |\n");
            }
        }

        if (more.Length > 0)
        {
            text.Append('\n').Append(more.Trim()).Append('\n');
        }

        text.Append("\n## Where it is\n\nSection [").Append(MarkdownText.Escape(section.Title)).Append("](help:").Append(HelpIds.OfSection(section.Id))
            .Append("), key `").Append(field.Path).Append("` in `design.toml`.\n");
        return new HelpTopic(HelpIds.OfField(field.Path), HelpKind.Field, field.Label, text.ToString());
    }

    /// <summary>The page of a section: what is written by hand, then its fields.</summary>
    public static HelpTopic Of(DesignSection section, string text)
    {
        var page = new StringBuilder(text.Trim()).Append("\n\n## Fields\n\n");
        foreach (var field in section.Fields)
        {
            page.Append("- [").Append(MarkdownText.Escape(field.Label)).Append("](help:").Append(HelpIds.OfField(field.Path)).Append("): ")
                .Append(MarkdownText.Escape(field.Help)).Append('\n');
        }

        return new HelpTopic(HelpIds.OfSection(section.Id), HelpKind.Section, section.Title, page.ToString());
    }
}
