using CsCheck;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Highlighting;
using Veilor.Designer.Core.Tests.Text;

namespace Veilor.Designer.Core.Tests.Highlighting;

public sealed class TokenizerTests
{
    private static readonly Gen<string> Line =
        Gen.OneOf(
            Hostile.Text,
            Gen.OneOf(
                "RUN --mount=type=bind ", "COPY [", "%post --log=x", "%packages", "%end", "[section]", "[[a.b]]", "key = ", "k: |", "run: >", "- ",
                "\"\"\"", "'''", "<<EOF ", "<<-'E'", "EOF", "```", "~~~", "# ", "$((", "${", "${{", "}}", "--opt=", "\\", "**", "](", ")", "<!--", "A=", "|", "1.", "  "))
            .Array[0, 8].Select(parts => string.Concat(parts).Replace('\n', ' '));

    public static TheoryData<DocumentLanguage> Languages => [.. Enum.GetValues<DocumentLanguage>()];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Tokens_cover_every_line_exactly(DocumentLanguage language) =>
        Gen.Select(Line.Array[1, 12], Gen.OneOf(Gen.Const(0), Gen.Int)).Sample(
            (lines, start) =>
            {
                var tokenizer = Tokenizers.For(language);
                var state = start;
                foreach (var line in lines)
                {
                    var position = 0;
                    foreach (var token in tokenizer.Tokenize(line, ref state))
                    {
                        Assert.Equal(position, token.Start);
                        Assert.InRange(token.Length, 1, line.Length - position);
                        position += token.Length;
                    }

                    Assert.Equal(line.Length, position);
                }
            },
            iter: Repetitions.Of(1500));

    [Theory]
    [InlineData(DocumentLanguage.PlainText, "a b", "Text:a b")]
    [InlineData(DocumentLanguage.Containerfile, "# why", "Comment:# why")]
    [InlineData(DocumentLanguage.Containerfile, "FROM quay.io/fedora/fedora-bootc:43 AS base", "Keyword:FROM|Text: quay.io/fedora/fedora-bootc:43 |Keyword:AS|Text: base")]
    [InlineData(DocumentLanguage.Containerfile, "LABEL a.b=\"c d\"", "Keyword:LABEL|Text: |Key:a.b|Operator:=|String:\"c d\"")]
    [InlineData(DocumentLanguage.Containerfile, "RUN --mount=type=bind,target=/ctx dnf -y install $P && rm -rf /tmp/*", "Keyword:RUN|Text: |Option:--mount=type=bind,target=/ctx|Text: dnf |Option:-y|Text: install |Variable:$P|Text: |Operator:&&|Text: rm |Option:-rf|Text: /tmp/*")]
    [InlineData(DocumentLanguage.Containerfile, "COPY --chmod=0440 [\"a b\", \"/x\"]", "Keyword:COPY|Text: |Option:--chmod=0440|Text: |Operator:[|String:\"a b\"|Operator:,|Text: |String:\"/x\"|Operator:]")]
    [InlineData(DocumentLanguage.Toml, "[customizations.kernel] # c", "Section:[customizations.kernel]|Text: |Comment:# c")]
    [InlineData(DocumentLanguage.Toml, "kargs = [\"a=b\", 'c'] # d", "Key:kargs|Text: |Operator:=|Text: |Operator:[|String:\"a=b\"|Operator:,|Text: |String:'c'|Operator:]|Text: |Comment:# d")]
    [InlineData(DocumentLanguage.Toml, "a.\"b c\" = { x = 1, y = true }", "Key:a.\"b c\"|Text: |Operator:=|Text: |Operator:{|Text: |Key:x|Text: |Operator:=|Text: |Number:1|Operator:,|Text: |Key:y|Text: |Operator:=|Text: |Boolean:true|Text: |Operator:}")]
    [InlineData(DocumentLanguage.Kickstart, "part /boot --fstype=ext4 --size=1024 # x", "Keyword:part|Text: /boot |Option:--fstype|Operator:=|Text:ext4 |Option:--size|Operator:=|Number:1024|Text: |Comment:# x")]
    [InlineData(DocumentLanguage.Kickstart, "user --gecos=\"Ada L\"", "Keyword:user|Text: |Option:--gecos|Operator:=|String:\"Ada L\"")]
    [InlineData(DocumentLanguage.Shell, "#!/bin/sh", "Comment:#!/bin/sh")]
    [InlineData(DocumentLanguage.Shell, "if [ \"$A\" = 'b' ]; then", "Keyword:if|Text: |Operator:[|Text: |String:\"|Variable:$A|String:\"|Text: = |String:'b'|Text: |Operator:];|Text: |Keyword:then")]
    [InlineData(DocumentLanguage.Shell, "NAME=x cmd --opt 7 | tee ${F}", "Key:NAME|Operator:=|Text:x cmd |Option:--opt|Text: |Number:7|Text: |Operator:||Text: tee |Variable:${F}")]
    [InlineData(DocumentLanguage.Yaml, "  - name: Build # c", "Text:  |Operator:-|Text: |Key:name|Operator::|Text: Build |Comment:# c")]
    [InlineData(DocumentLanguage.Yaml, "on: [push, \"x\"]", "Key:on|Operator::|Text: |Operator:[|Text:push|Operator:,|Text: |String:\"x\"|Operator:]")]
    [InlineData(DocumentLanguage.Yaml, "tag: ${{ github.sha }}", "Key:tag|Operator::|Text: |Variable:${{ github.sha }}")]
    [InlineData(DocumentLanguage.Yaml, "timeout-minutes: 30", "Key:timeout-minutes|Operator::|Text: |Number:30")]
    [InlineData(DocumentLanguage.Ini, "[Unit]", "Section:[Unit]")]
    [InlineData(DocumentLanguage.Ini, "kernel.sysrq = 0", "Key:kernel.sysrq|Text: |Operator:=|Text: |Number:0")]
    [InlineData(DocumentLanguage.Ini, "RemainAfterExit=yes", "Key:RemainAfterExit|Operator:=|Boolean:yes")]
    [InlineData(DocumentLanguage.Ini, "install dccp /bin/false", "Keyword:install|Text: dccp /bin/false")]
    [InlineData(DocumentLanguage.Ini, "; note", "Comment:; note")]
    [InlineData(DocumentLanguage.Markdown, "## Title", "Section:## Title")]
    [InlineData(DocumentLanguage.Markdown, "- see [docs](a.md) and `code` **now**", "Operator:-|Text: see |Key:[docs]|String:(a.md)|Text: and |String:`code`|Text: |Keyword:**now**")]
    public void A_line_is_coloured(DocumentLanguage language, string line, string expected)
    {
        var state = 0;
        Assert.Equal(expected, Describe(line, Tokenizers.For(language).Tokenize(line, ref state)));
    }

    [Theory]
    [InlineData(DocumentLanguage.Containerfile, "RUN echo 'a \\\nb' && \\\n# note\n  dnf clean all\nUSER root", "Keyword:USER|Text: root")]
    [InlineData(DocumentLanguage.Containerfile, "RUN a && \\\n  b -x", "Text:  b |Option:-x")]
    [InlineData(DocumentLanguage.Toml, "a = \"\"\"\nx = 1\n\"\"\" # end", "String:\"\"\"|Text: |Comment:# end")]
    [InlineData(DocumentLanguage.Toml, "a = '''\n[b]", "String:[b]")]
    [InlineData(DocumentLanguage.Toml, "a = [\n  \"b\",", "Text:  |String:\"b\"|Operator:,")]
    [InlineData(DocumentLanguage.Toml, "a = [\n]\n[b]", "Section:[b]")]
    [InlineData(DocumentLanguage.Kickstart, "%post --erroronfail\nif true; then", "Keyword:if|Text: true|Operator:;|Text: |Keyword:then")]
    [InlineData(DocumentLanguage.Kickstart, "%post\ncat <<E\n%end", "Section:%end")]
    [InlineData(DocumentLanguage.Kickstart, "%post\nx\n%end\ntext", "Keyword:text")]
    [InlineData(DocumentLanguage.Kickstart, "%packages\n@core\n-nano # no", "Operator:-|Text:nano |Comment:# no")]
    [InlineData(DocumentLanguage.Shell, "cat > f <<'EOF'\nif $x", "String:if $x")]
    [InlineData(DocumentLanguage.Shell, "cat <<-EOF\n\tx\n\tEOF\nfi", "Keyword:fi")]
    [InlineData(DocumentLanguage.Shell, "echo \"a\nb $c\" d", "String:b |Variable:$c|String:\"|Text: d")]
    [InlineData(DocumentLanguage.Yaml, "- run: |\n    echo \"$A\"", "Text:    echo |String:\"|Variable:$A|String:\"")]
    [InlineData(DocumentLanguage.Yaml, "- run: |\n    echo\n  with:", "Text:  |Key:with|Operator::")]
    [InlineData(DocumentLanguage.Yaml, "text: >-\n  a: b", "Text:  |String:a: b")]
    [InlineData(DocumentLanguage.Markdown, "```bash\n# not a title\n```\n# a title", "Section:# a title")]
    public void What_a_line_leaves_open_goes_on(DocumentLanguage language, string document, string expectedOfLastLine)
    {
        var tokenizer = Tokenizers.For(language);
        var state = 0;
        var last = "";
        foreach (var line in document.Split('\n'))
        {
            last = Describe(line, tokenizer.Tokenize(line, ref state));
        }

        Assert.Equal(expectedOfLastLine, last);
    }

    private static string Describe(string line, IEnumerable<Token> tokens) =>
        string.Join('|', tokens.Select(token => $"{token.Kind}:{line.Substring(token.Start, token.Length)}"));
}
