namespace Veilor.Designer.EndToEnd.Pipeline;

/// <summary>A small design with something for every kind of check, whose build takes seconds.</summary>
internal static class PipelineDesign
{
    public const string Title = "Pipeline sample";

    /// <summary>The text of its design.toml.</summary>
    /// <param name="builder">The image builder, as the file names it.</param>
    /// <param name="beforeLint">Containerfile lines of its own, before the lint.</param>
    /// <param name="types">Its image types.</param>
    public static string Text(string builder = "bootc-image-builder", string beforeLint = "", string types = "\"qcow2\", \"raw\"") => $"""
        format = 1

        [image]
        name = "pipeline-sample"
        title = "{Title}"
        version = "0.1.0"

        [packages]
        install = ["tree", "openssh-server"]
        remove = ["man-db"]

        [services]
        enable = ["sshd.service"]
        mask = ["debug-shell.service"]

        [users]
        lock_root = false

        [system]
        hostname = "sample"
        time_zone = "UTC"

        [kernel]
        sysctls = ["kernel.dmesg_restrict = 1"]

        [[kernel.arguments]]
        argument = "init_on_free=1"

        [branding]
        name = "Sample OS"

        [outputs]
        image_types = [{types}]
        builder = "{builder}"
        root_file_system = "xfs"

        [extra]
        before_lint = '''
        {beforeLint}
        '''

        """;
}
