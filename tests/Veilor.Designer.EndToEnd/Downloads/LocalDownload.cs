namespace Veilor.Designer.EndToEnd.Downloads;

/// <summary>A file that a build can fetch, and the checksum that proves it, as 64 lower-case hexadecimal digits.</summary>
public sealed record LocalDownload(Uri Url, string Sha256)
{
    /// <summary>Arguments of <c>podman build</c> that send a Containerfile's <c>ARG NAME_URL</c> and <c>ARG NAME_SHA256</c> here.</summary>
    public IEnumerable<string> BuildArguments(string name) =>
        ["--build-arg", $"{name}_URL={Url}", "--build-arg", $"{name}_SHA256={Sha256}"];
}
