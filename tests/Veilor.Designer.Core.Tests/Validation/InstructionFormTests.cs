using System.Diagnostics;
using Veilor.Designer.Core.Tests.Generation;

namespace Veilor.Designer.Core.Tests.Validation;

/// <summary>An instruction is said to be wrong if and only if the real buildah, as old as the oldest we support, ends at it.</summary>
public sealed class InstructionFormTests : IDisposable
{
    private static readonly string[] Codes = ["VD9005", "VD9006", "VD9029"];

    private readonly string _folder = Directory.CreateTempSubdirectory("veilor-instructions-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("LABEL a b c=d")]
    [InlineData("LABEL a=\"b c\" 'd'='e'")]
    [InlineData("label a\\.b=0 \\\n# comment\n\n  c=d")]
    [InlineData("LAB\\\nEL a=b")]
    [InlineData("LABEL a=b c")]
    [InlineData("LABEL a")]
    [InlineData("LABEL")]
    [InlineData("LABEL a=\"b")]
    [InlineData("LABEL a='b")]
    [InlineData("ENV A b")]
    [InlineData("ENV A")]
    [InlineData("ENV A=b c")]
    [InlineData("ARG A b")]
    [InlineData("ARG A=b C=d")]
    [InlineData("COPY f")]
    [InlineData("COPY f /g")]
    [InlineData("COPY 'f' /g")]
    [InlineData("COPY [\"f\", \"/g h\"]")]
    [InlineData("COPY [\"f\"]")]
    [InlineData("COPY \"f\" \"/g h\"")]
    [InlineData("COPY --chown=0:0 --chmod=0600 f /g")]
    [InlineData("COPY --link f /g")]
    [InlineData("COPY --parents f /g")]
    [InlineData("COPY --exclude=x f /g")]
    [InlineData("ADD f")]
    [InlineData("ADD f /g")]
    [InlineData("ADD --link f /g")]
    [InlineData("ADD --from=x f /g")]
    [InlineData("ADD --checksum=sha256:aa f /g")]
    [InlineData("RUN --network=none true")]
    [InlineData("EXPOSE")]
    [InlineData("EXPOSE x")]
    [InlineData("VOLUME")]
    [InlineData("STOPSIGNAL")]
    [InlineData("HEALTHCHECK")]
    [InlineData("HEALTHCHECK NONE")]
    [InlineData("MAINTAINER")]
    [InlineData("CMD")]
    [InlineData("CMD \"x")]
    [InlineData("ENTRYPOINT")]
    [InlineData("INSTALL htop")]
    public async Task Our_word_on_an_instruction_is_buildah_s(string lines)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "f"), "text", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder, "Containerfile"), $"FROM scratch\n{lines}\n", TestContext.Current.CancellationToken);
        using var process = Process.Start(new ProcessStartInfo("buildah",
            ["--root", Path.Combine(_folder, "root"), "--runroot", Path.Combine(_folder, "run"), "--storage-driver", "vfs", "build", "--file", Path.Combine(_folder, "Containerfile"), _folder])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        var said = Compiled.Of(Designs.Sound.Lines(lines)).Diagnostics.Where(each => Codes.Contains(each.Code, StringComparer.Ordinal)).Select(each => each.ToString());
        Assert.True((process.ExitCode == 0) == !said.Any(), $"{errors}\n{await output}\n{string.Join('\n', said)}");
    }
}
