using Veilor.Designer.Core.Collections;

namespace Veilor.Designer.Core.Tests.Architecture;

/// <summary>
/// Core compiles a design to text. It is given text and streams and knows no machine: no file, process, network,
/// clock or chance, so the same design makes the same bytes everywhere.
/// </summary>
public sealed class DependencyRuleTests
{
    private static readonly string[] AllowedLibraries = ["Tomlyn", "YamlDotNet"];

    private static readonly string[] ForbiddenTypes =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo",
        "System.IO.DriveInfo", "System.IO.FileSystemInfo", "System.IO.FileSystemWatcher", "System.IO.RandomAccess",
        "System.Random", "System.Security.Cryptography.RandomNumberGenerator",
        "System.Diagnostics.Process", "System.Diagnostics.ProcessStartInfo", "System.Diagnostics.Stopwatch",
        "System.Console", "System.Threading.Thread", "System.Threading.Timer", "System.IO.Compression.ZipFile",
    ];

    private static readonly string[] ForbiddenNamespaces = ["System.Net.", "System.IO.Pipes.", "System.IO.MemoryMappedFiles.", "Microsoft.Win32."];

    private static readonly string[] ForbiddenMembers =
    [
        "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today",
        "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow",
        "System.TimeProvider::get_System", "System.TimeZoneInfo::get_Local",
        "System.Guid::NewGuid", "System.Guid::CreateVersion7",
        "System.Environment::get_TickCount", "System.Environment::get_TickCount64", "System.Environment::GetEnvironmentVariable",
        "System.Environment::get_CurrentDirectory", "System.Environment::get_MachineName", "System.Environment::get_UserName",
        "System.IO.Path::GetTempPath", "System.IO.Path::GetTempFileName", "System.IO.Path::GetRandomFileName", "System.IO.Path::GetFullPath",
        "System.Formats.Tar.TarFile::CreateFromDirectory", "System.Formats.Tar.TarFile::ExtractToDirectory",
    ];

    private static readonly CoreAssembly Core = CoreAssembly.Read(typeof(EquatableArray).Assembly.Location);
    private static readonly CoreAssembly Tests = CoreAssembly.Read(typeof(DependencyRuleTests).Assembly.Location);

    [Fact]
    public void Core_knows_the_base_library_and_its_two_parsers_only()
    {
        var strangers = Core.Assemblies.Where(name => !IsBaseLibrary(name) && !AllowedLibraries.Contains(name, StringComparer.Ordinal));
        Assert.Empty(strangers);
    }

    [Fact]
    public void Core_touches_no_file_process_network_clock_or_chance() => Assert.Empty(Violations(Core));

    [Fact]
    public void The_scan_sees_what_it_looks_for()
    {
        _ = DateTime.UtcNow + TimeSpan.FromTicks(new Random(1).Next());
        var found = Violations(Tests);
        Assert.Contains("System.DateTime::get_UtcNow", found, StringComparer.Ordinal);
        Assert.Contains("System.Random", found, StringComparer.Ordinal);
        Assert.Contains("System.IO.File", found, StringComparer.Ordinal);
        Assert.Contains("xunit.v3.assert", Tests.Assemblies, StringComparer.Ordinal);
    }

    private static List<string> Violations(CoreAssembly assembly) =>
    [
        .. assembly.Types.Where(IsForbiddenType),
        .. assembly.Members.Intersect(ForbiddenMembers, StringComparer.Ordinal),
    ];

    private static bool IsForbiddenType(string type) =>
        ForbiddenTypes.Contains(type, StringComparer.Ordinal)
        || ForbiddenNamespaces.Any(prefix => type.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Microsoft.Extensions and Microsoft.AspNetCore are separate products, so a name alone is not enough.</summary>
    private static bool IsBaseLibrary(string assembly) =>
        assembly is "System" or "netstandard" or "mscorlib"
        || (assembly.StartsWith("System.", StringComparison.Ordinal) && File.Exists(Path.Combine(RuntimeDirectory, assembly + ".dll")));

    private static string RuntimeDirectory => Path.GetDirectoryName(typeof(object).Assembly.Location)!;
}
