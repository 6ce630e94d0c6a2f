namespace Veilor.Designer.Core.Generation;

/// <summary>The language a generated document is written in; it picks the highlighter and the escaping.</summary>
public enum DocumentLanguage
{
    PlainText,
    Containerfile,
    Toml,
    Kickstart,
    Shell,
    Yaml,
    Ini,
    Markdown,
}
