using System.Diagnostics;
using Veilor.Designer.Core.Tests.Templates;
using Veilor.Designer.Core.Validation.Shell;

namespace Veilor.Designer.Core.Tests.Validation;

/// <summary>A shell text is said to have a fault if and only if bash refuses to run it: as sh behind RUN, as bash for a script.</summary>
public sealed class ShellScriptTests
{
    public static TheoryData<string> Scripts =>
    [
        .. new[] { "scripts", "overlay", "templates", "tests", "src" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(ShippedTemplate.RepositoryRoot, folder), "*", SearchOption.AllDirectories))
            .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) || path.Contains("/overlay/", StringComparison.Ordinal))
            .Where(IsShell)
            .Select(path => Path.GetRelativePath(ShippedTemplate.RepositoryRoot, path)),
    ];

    [Theory]
    [InlineData("true")]
    [InlineData("")]
    [InlineData("# it's a comment")]
    [InlineData("echo it's")]
    [InlineData("echo \"a")]
    [InlineData("echo 'a' \"b $(echo \"c\") d\" `echo e`")]
    [InlineData("echo \"it's\" 'say \"hi\"'")]
    [InlineData("echo it\\'s")]
    [InlineData("echo `date")]
    [InlineData("echo $(date")]
    [InlineData("echo ${a")]
    [InlineData("echo ${a:-it\\'s} \"${a:-it's}\" ${a#'x'}")]
    [InlineData("echo ${#a} $# ${a[@]} $((1 + (2 * 3))) $(( 16#ff ))")]
    [InlineData("echo \"${a:'s} ${a-it's} ${b%'x'}\"")]
    [InlineData("echo $'it\\'s'")]
    [InlineData("if true; then echo a; fi")]
    [InlineData("if true; then echo a")]
    [InlineData("if true; then")]
    [InlineData("if true then echo a; fi")]
    [InlineData("if true; then fi")]
    [InlineData("if true; then a; elif b; then c; else d; fi > /dev/null")]
    [InlineData("if true; then a; else; fi")]
    [InlineData("if ! true; then :; fi")]
    [InlineData("fi")]
    [InlineData("then true")]
    [InlineData("echo then fi done")]
    [InlineData("for a in 1 2 3; do echo $a; done")]
    [InlineData("for a in 1 2 3; do echo $a")]
    [InlineData("for a in 1 2 3; echo $a; done")]
    [InlineData("for a; do echo $a; done")]
    [InlineData("for a do echo $a; done")]
    [InlineData("for ((i = 0; i < 3; i++)); do echo $i; done")]
    [InlineData("for a in; do :; done")]
    [InlineData("while read -r a; do echo $a; done < <(ls)")]
    [InlineData("while true; do echo a; done | cat")]
    [InlineData("until false; done")]
    [InlineData("case $a in x) echo a ;; y | z) ;; (*) echo b; esac")]
    [InlineData("case $a in x) echo a ;;")]
    [InlineData("case $a in esac")]
    [InlineData("case a b in x) ;; esac")]
    [InlineData("case a in x) echo b ;& y) echo c ;;& *) ;; esac")]
    [InlineData("{ echo a; }")]
    [InlineData("{ echo a; ")]
    [InlineData("{ echo a }")]
    [InlineData("{echo a; }")]
    [InlineData("}")]
    [InlineData("(echo a)")]
    [InlineData("(echo a")]
    [InlineData("echo a)")]
    [InlineData("( (echo a); echo b )")]
    [InlineData("((a = 1 + 2))")]
    [InlineData("()")]
    [InlineData("[[ -e /a && ( $b == c* || $d =~ ^(x|y)+$ ) ]]")]
    [InlineData("[[ -e /a && b")]
    [InlineData("[ -e /a ] && echo b")]
    [InlineData("f() { echo a; }; f")]
    [InlineData("f() echo a")]
    [InlineData("function f { echo a; }")]
    [InlineData("function f() (echo a)")]
    [InlineData("a=(1 2 \"3 4\") b+=(5) c=$(d)")]
    [InlineData("a=(1 2")]
    [InlineData("declare -A a=([b]=1 [c]=2)")]
    [InlineData("echo a b (c)")]
    [InlineData("a && b || c; d & e")]
    [InlineData("a &&")]
    [InlineData("&& a")]
    [InlineData("a | | b")]
    [InlineData("a ||")]
    [InlineData("a |& b")]
    [InlineData("a;; b")]
    [InlineData("a; ; b")]
    [InlineData("; a")]
    [InlineData("a;")]
    [InlineData("a &")]
    [InlineData("a & & b")]
    [InlineData("echo a >")]
    [InlineData("echo a > b 2>&1 < c >> d &> e >&2 3<> f")]
    [InlineData("echo a > > b")]
    [InlineData("echo 2> b {fd}> c")]
    [InlineData("> a")]
    [InlineData("cat <<< 'a b'")]
    [InlineData("cat <<EOF\nit's \"a\nEOF\necho b")]
    [InlineData("cat <<-'EOF' > a\n\tit's\n\tEOF\necho 'b'")]
    [InlineData("cat <<EOF && echo 'b\nit\nEOF\n'")]
    [InlineData("diff <(echo a) <(echo b)")]
    [InlineData("diff <(echo a")]
    [InlineData("time -p ls | wc")]
    [InlineData("a=(1; 2)")]
    [InlineData("a=(;)")]
    [InlineData("a=(1 | 2)")]
    [InlineData("a=(1 & 2)")]
    [InlineData("a=(1 (2))")]
    [InlineData("a=((1))")]
    [InlineData("a=(1 > f)")]
    [InlineData("a=(1 <(x))")]
    [InlineData("a=(1\n2 # c;\n3)")]
    [InlineData("a=(1 \\; ';')")]
    [InlineData("a=(! time if then)")]
    [InlineData("declare -a a=(1; 2)")]
    [InlineData("a+=(1;)")]
    [InlineData("time -p | wc")]
    [InlineData("time -p && a")]
    [InlineData("time -p > f")]
    [InlineData("time -p -- ls")]
    [InlineData("time | wc")]
    [InlineData("time && a")]
    [InlineData("! | a")]
    [InlineData("! && a")]
    [InlineData("{ time; }")]
    [InlineData("if time -p; then a; fi")]
    [InlineData("$(time -p)")]
    [InlineData("time ! a")]
    [InlineData("a | time -p | b")]
    [InlineData("case $a in b) time;; esac")]
    [InlineData("time\nls")]
    [InlineData("(!)")]
    [InlineData("! ls")]
    [InlineData("coproc a { ls; }")]
    [InlineData("select a in b c; do break; done")]
    [InlineData("echo a \\\n  b && \\\n  c")]
    [InlineData("echo a # b' c")]
    [InlineData("echo a#b")]
    [InlineData("set -e; dnf -y install a && rm -rf /tmp/* # it's done")]
    [InlineData("x=${y:-$(echo \"z)\")}")]
    [InlineData("echo \"$(case a in b) echo c ;; esac)\"")]
    [InlineData("eval \"a\" 'b")]
    [InlineData("echo !")]
    [InlineData("echo {a,b}{1..3} ~root *.txt [a-z]? $? $! $$ $@ \"$*\"")]
    [InlineData("trap 'rm -rf \"$a\"' EXIT")]
    [InlineData("echo \\")]
    public async Task Our_word_on_a_text_is_bash_s(string text) => await Compare(text, "--posix", "-n");

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task Our_word_on_a_script_is_bash_s(string path) => await Compare(await File.ReadAllTextAsync(Path.Combine(ShippedTemplate.RepositoryRoot, path), TestContext.Current.CancellationToken), "-n");

    [Fact]
    public void A_text_without_end_is_given_up() =>
        Assert.All(["(", "$((", "{ ", "$(", "\"$(", "${a:-", "<(", "!("], piece =>
        {
            var script = ShellScript.Read(string.Concat(Enumerable.Repeat(piece, 5000)));
            Assert.Null(script.Commands);
        });

    [Fact]
    public void Commands_are_found_where_they_run() =>
        Assert.Equal(
            ["echo|a;b|>|/etc/c", "dnf|install", "id", "cat|<<|EOF|>|d", "rm|e", "f|$(id)", "ls|g h"],
            ShellScript.Read("echo \"a;b\" > /etc/c; x=$(id) dnf install || cat <<EOF > d\nrm -rf /\nEOF\nif rm e; then f \"$(id)\" || :; fi; ls 'g h'").Commands!
                .Select(each => string.Join('|', each.Words.SkipWhile(word => word.StartsWith("x=", StringComparison.Ordinal)))).Where(each => each is not ":").Distinct(StringComparer.Ordinal));

    private static bool IsShell(string path)
    {
        using var reader = new StreamReader(path);
        return reader.ReadLine() is { } first && first.StartsWith("#!", StringComparison.Ordinal) && (first.Contains("bash", StringComparison.Ordinal) || first.EndsWith("/sh", StringComparison.Ordinal));
    }

    private static async Task Compare(string text, params string[] options)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", options) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardError = true })!;
        await process.StandardInput.WriteAsync(text);
        process.StandardInput.Close();
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var fault = ShellScript.Read(text).Fault;
        Assert.True((process.ExitCode == 0) == (fault is null), $"{text}\n{errors}\n{fault}");
    }
}
