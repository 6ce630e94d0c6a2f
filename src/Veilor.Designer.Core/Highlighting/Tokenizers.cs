using Veilor.Designer.Core.Generation;

namespace Veilor.Designer.Core.Highlighting;

/// <summary>The tokenizer of each language. Tokenizers hold no state, so one of each serves all.</summary>
public static class Tokenizers
{
    private static readonly PlainTextTokenizer PlainText = new();

    private static readonly Dictionary<DocumentLanguage, ILineTokenizer> ByLanguage = new()
    {
        [DocumentLanguage.Containerfile] = new ContainerfileTokenizer(),
        [DocumentLanguage.Toml] = new TomlTokenizer(),
        [DocumentLanguage.Kickstart] = new KickstartTokenizer(),
        [DocumentLanguage.Shell] = new ShellTokenizer(),
        [DocumentLanguage.Yaml] = new YamlTokenizer(),
        [DocumentLanguage.Ini] = new IniTokenizer(),
        [DocumentLanguage.Markdown] = new MarkdownTokenizer(),
    };

    public static ILineTokenizer For(DocumentLanguage language) => ByLanguage.GetValueOrDefault(language, PlainText);
}
