using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Veilor.Designer.Core.Values;

/// <summary>
/// The name of a container image: <c>registry/repository[:tag][@digest]</c>, after the grammar of
/// github.com/distribution/reference. The registry may be missing (a short name); the first part is a registry
/// when it is <c>localhost</c> or has a dot or a port.
/// </summary>
public sealed partial record ImageReference : ITextValue<ImageReference>
{
    private const int MaximumNameLength = 255;

    private ImageReference(string registry, string repository, string? tag, string? digest)
    {
        Registry = registry;
        Repository = repository;
        Tag = tag;
        Digest = digest;
    }

    /// <summary>Host and optional port: <c>quay.io</c>; empty for a short name.</summary>
    public string Registry { get; }

    /// <summary>The path inside the registry: <c>fedora/fedora-bootc</c>.</summary>
    public string Repository { get; }

    /// <summary>The tag, or null.</summary>
    public string? Tag { get; }

    /// <summary>The digest with its algorithm, <c>sha256:…</c>, or null.</summary>
    public string? Digest { get; }

    /// <summary>Registry and repository, without tag and digest.</summary>
    public string Name => Registry.Length == 0 ? Repository : $"{Registry}/{Repository}";

    /// <summary>True when the reference names its registry, so that no search list is asked.</summary>
    public bool HasRegistry => Registry.Length > 0;

    /// <summary>True when the registry is one that listens on this machine: a loopback address, or <c>localhost</c> with a port.</summary>
    public bool IsOnThisMachine => LoopbackRegistry().IsMatch(Registry);

    /// <summary>The same image with another tag, or with none.</summary>
    /// <exception cref="FormatException">The tag is not valid.</exception>
    public ImageReference WithTag(string? tag) =>
        tag is null || TagPattern().IsMatch(tag)
            ? new ImageReference(Registry, Repository, tag, Digest)
            : throw new FormatException($"“{tag}” is not a tag.");

    /// <summary>The same image pinned to a digest, or not pinned.</summary>
    public ImageReference WithDigest(Sha256Digest? digest) => new(Registry, Repository, Tag, digest?.Prefixed);

    public static bool TryParse(string? text, [NotNullWhen(true)] out ImageReference? value, out string error)
    {
        text ??= "";
        value = null;
        error = CheckCharacters(text);
        if (error.Length > 0)
        {
            return false;
        }

        var (beforeDigest, digest) = SplitAt(text, text.IndexOf('@', StringComparison.Ordinal));
        var lastSlash = beforeDigest.LastIndexOf('/');
        var (name, tag) = SplitAt(beforeDigest, beforeDigest.IndexOf(':', lastSlash + 1));
        var (first, rest) = SplitAt(name, name.IndexOf('/', StringComparison.Ordinal));
        var isQualified = rest is not null
            && (string.Equals(first, "localhost", StringComparison.Ordinal) || first.AsSpan().IndexOfAny('.', ':') >= 0);
        var registry = isQualified ? first : "";
        var repository = isQualified ? rest! : name;

        error = CheckRegistry(registry);
        error = error.Length > 0 ? error : CheckRepository(repository, name.Length);
        error = error.Length > 0 ? error : CheckTag(tag);
        error = error.Length > 0 ? error : CheckDigest(digest);
        value = error.Length == 0 ? new ImageReference(registry, repository, tag, digest) : null;
        return value is not null;
    }

    public static ImageReference Parse(string text) => TextValue.Parse<ImageReference>(text);

    public override string ToString() =>
        Name + (Tag is null ? "" : ":" + Tag) + (Digest is null ? "" : "@" + Digest);

    private static (string Before, string? After) SplitAt(string text, int index) =>
        index < 0 ? (text, null) : (text[..index], text[(index + 1)..]);

    private static string CheckCharacters(string text)
    {
        if (text.Length == 0)
        {
            return "The image reference is empty. Write for example quay.io/fedora/fedora-bootc:43.";
        }

        if (text.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme)
        {
            return $"An image reference has no “{text[..scheme]}://” in front. Start with the registry, such as quay.io.";
        }

        return CharacterNames.FirstInvisible(text, allowSpace: false) is { } character
            ? $"An image reference cannot contain {character}."
            : "";
    }

    private static string CheckRegistry(string registry)
    {
        if (registry.Length == 0 || RegistryPattern().IsMatch(registry))
        {
            return "";
        }

        return registry.Any(char.IsAsciiLetterUpper)
            ? $"The registry is written in lower case: “{registry.ToLowerInvariant()}”."
            : $"“{registry}” is not a registry. Write a host name and, where needed, a port: quay.io or localhost:5000.";
    }

    private static string CheckRepository(string repository, int nameLength)
    {
        if (repository.Length == 0)
        {
            return "The repository is missing. Write for example quay.io/fedora/fedora-bootc:43.";
        }

        if (repository.Any(char.IsAsciiLetterUpper))
        {
            return $"A repository is written in lower case: “{repository.ToLowerInvariant()}”.";
        }

        if (nameLength > MaximumNameLength)
        {
            return $"The name has {nameLength} characters. {MaximumNameLength} are allowed before the tag.";
        }

        return RepositoryPattern().IsMatch(repository)
            ? ""
            : $"“{repository}” is not a repository. Each part between slashes has lower-case letters and digits, with a dot, one or two underscores, or hyphens only between them.";
    }

    private static string CheckTag(string? tag) =>
        tag is null || TagPattern().IsMatch(tag)
            ? ""
            : $"“{tag}” is not a tag. A tag has 1 to 128 letters, digits, underscores, dots and hyphens, and does not start with a dot or hyphen.";

    private static string CheckDigest(string? digest) =>
        digest is null || DigestPattern().IsMatch(digest)
            ? ""
            : $"“{digest}” is not a digest. Write sha256: and 64 hexadecimal digits in lower case.";

    [GeneratedRegex(@"^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:[0-9]{1,5})?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex RegistryPattern();

    [GeneratedRegex(@"^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex RepositoryPattern();

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex TagPattern();

    [GeneratedRegex(@"^(?:localhost:[0-9]+|127\.[0-9.]+(?::[0-9]+)?)\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex LoopbackRegistry();

    [GeneratedRegex(@"^(sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128})\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex DigestPattern();
}
