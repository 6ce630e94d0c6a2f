using System.Diagnostics;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Tests.Generation;

namespace Veilor.Designer.Core.Tests.Validation;

/// <summary>An instruction is said to be wrong if and only if the real buildah, as old as the oldest we support, ends at it.</summary>
[Trait("Needs", "containers")]
public sealed class InstructionFormTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("veilor-instructions-").FullName;
    private readonly string _storage = Directory.CreateTempSubdirectory("veilor-storage-").FullName;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_storage, recursive: true);
    }

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
        var (isTaken, output) = await Build($"FROM scratch\n{lines}\n");
        var said = Said(lines, DesignContent.Empty, "VD9005", "VD9006", "VD9029");
        Assert.True(isTaken == (said.Count == 0), $"{output}\n{string.Join('\n', said)}");
    }

    /// <summary>Sources, modes, mounts and the rest of what stands behind a name.</summary>
    [Theory]
    [InlineData("COPY overlay/f /g")]
    [InlineData("COPY /overlay/f ./overlay/d/ /g/")]
    [InlineData("COPY ../../overlay/f /g")]
    [InlineData("COPY overlay/d/../f /g")]
    [InlineData("COPY overlay/nothing /g")]
    [InlineData("COPY overlay/f overlay/nothing /g/")]
    [InlineData("COPY [\"overlay/f\", \"other/f\", \"/g/\"]")]
    [InlineData("COPY overlay/f* /g/")]
    [InlineData("COPY . /g")]
    [InlineData("COPY .git /g")]
    [InlineData("COPY Containerfile /g")]
    [InlineData("COPY files/ /g")]
    [InlineData("ADD ../f /g")]
    [InlineData("COPY --chmod=zz overlay/f /g")]
    [InlineData("COPY --chmod=u+x overlay/f /g")]
    [InlineData("COPY --chmod=9 overlay/f /g")]
    [InlineData("COPY --chmod=644 overlay/f /g")]
    [InlineData("ADD --chmod= overlay/f /g")]
    [InlineData("COPY --chmod overlay/f /g")]
    [InlineData("COPY --from=builder /f /g")]
    [InlineData("COPY --from= /f /g")]
    [InlineData("LABEL =x")]
    [InlineData("ENV =x")]
    [InlineData("ARG 1a=b")]
    [InlineData("ARG a=\"x")]
    [InlineData("WORKDIR")]
    [InlineData("USER")]
    [InlineData("SHELL bash")]
    [InlineData("SHELL []")]
    [InlineData("SHELL [\"/busybox\", \"sh\", \"-c\"]")]
    [InlineData("ONBUILD")]
    [InlineData("ONBUILD FROM x")]
    [InlineData("ONBUILD RUN true")]
    [InlineData("HEALTHCHECK CMD")]
    [InlineData("HEALTHCHECK foo")]
    [InlineData("HEALTHCHECK none")]
    [InlineData("HEALTHCHECK NONE x")]
    [InlineData("HEALTHCHECK --interval=1m30s --retries=3 CMD true")]
    [InlineData("HEALTHCHECK --interval=5 CMD true")]
    [InlineData("HEALTHCHECK --nope=1 CMD true")]
    [InlineData("RUN --mount=type=bind,source=overlay/d,target=/x,ro [\"/busybox\", \"true\"]")]
    [InlineData("RUN --mount=source=overlay,target=/x,z,nosuid,consistency=cached [\"/busybox\", \"true\"]")]
    [InlineData("RUN --mount=type=bind,source=overlay [\"/busybox\", \"true\"]")]
    [InlineData("RUN --mount=type=bind,source=overlay,target=x [\"/busybox\", \"true\"]")]
    [InlineData("RUN --mount=type=bind,source=overlay,target=/x,sharing=locked [\"/busybox\", \"true\"]")]
    [InlineData("RUN --mount=type=bind,from=builder,target=/x [\"/busybox\", \"true\"]")]
    [InlineData("RUN --mount=type=bind,from=0,target=/x [\"/busybox\", \"true\"]")]
    [InlineData("RUN --mount=type=bind,,target=/x [\"/busybox\", \"true\"]")]
    [InlineData("RUN --mount=\"type=bind,target=/x\" [\"/busybox\", \"true\"]")]
    [InlineData("RUN --mount=type=cache,target=/x,id=a,sharing=locked,mode=0755,uid=0,gid=0,ro [\"/busybox\", \"true\"]")]
    [InlineData("RUN --mount=type=cache,target=/x,sharing=zz [\"/busybox\", \"true\"]")]
    [InlineData("RUN --mount=type=cache,target=/x,mode=zz [\"/busybox\", \"true\"]")]
    [InlineData("RUN --mount=type=cache,target=/x,size=1m [\"/busybox\", \"true\"]")]
    [InlineData("RUN --mount=type=cache [\"/busybox\", \"true\"]")]
    [InlineData("RUN --mount=type=tmpfs,dst=/x,tmpfs-size=1m [\"/busybox\", \"true\"]")]
    [InlineData("RUN --mount=type=tmpfs,target=/x,size=1m [\"/busybox\", \"true\"]")]
    [InlineData("RUN --mount=type=tmpfs,target=/x,source=/y [\"/busybox\", \"true\"]")]
    [InlineData("RUN --mount=type=secret [\"/busybox\", \"true\"]")]
    [InlineData("RUN --mount=type=secret,id=a,mode=0400,uid=0,gid=0,dst=/x [\"/busybox\", \"true\"]")]
    [InlineData("RUN --mount=type=secret,id=a,required=true [\"/busybox\", \"true\"]")]
    [InlineData("RUN --mount=type=secret,id=a,env=X [\"/busybox\", \"true\"]")]
    [InlineData("RUN --mount=type=ssh,required=false [\"/busybox\", \"true\"]")]
    [InlineData("RUN --mount=type=ssh,required=true [\"/busybox\", \"true\"]")]
    [InlineData("RUN --mount=type=volume,target=/x [\"/busybox\", \"true\"]")]
    [InlineData("RUN --mount=TYPE=bind,target=/x [\"/busybox\", \"true\"]")]
    [InlineData("RUN --mount [\"/busybox\", \"true\"]")]
    public async Task Our_word_on_what_an_instruction_takes_is_buildah_s(string lines)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "overlay", "d"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "overlay", "f"), "text", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder, "overlay", "d", "g"), "text", TestContext.Current.CancellationToken);
        File.Copy(Busybox, Path.Combine(_folder, "busybox"));
        var (isTaken, output) = await Build($"FROM scratch\nCOPY busybox /busybox\n{lines}\n", "--isolation", "chroot");
        var said = Said(lines, Designs.Files("overlay/f", "overlay/d/g"), "VD9005", "VD9006", "VD9029", "VD9031");
        Assert.True(isTaken == (said.Count == 0), $"{output}\n{string.Join('\n', said)}");
    }

    private static string Busybox => Array.Find(["/usr/bin/busybox", "/bin/busybox", "/usr/sbin/busybox"], File.Exists) ?? throw new FileNotFoundException("busybox is not installed");

    private static List<string> Said(string lines, DesignContent content, params string[] codes) =>
        [.. Compiled.Of(Designs.Sound.Lines(lines), content).Diagnostics.Where(each => codes.Contains(each.Code, StringComparer.Ordinal)).Select(each => each.ToString())];

    private async Task<(bool IsTaken, string Output)> Build(string containerfile, params string[] options)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "Containerfile"), containerfile, TestContext.Current.CancellationToken);
        using var process = Process.Start(new ProcessStartInfo("buildah",
            ["--root", Path.Combine(_storage, "root"), "--runroot", Path.Combine(_storage, "run"), "--storage-driver", "vfs", "build", .. options, "--file", Path.Combine(_folder, "Containerfile"), _folder])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode == 0, $"{errors}\n{await output}");
    }
}
