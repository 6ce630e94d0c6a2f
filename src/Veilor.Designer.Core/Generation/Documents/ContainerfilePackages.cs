using System.Collections.Frozen;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Generation.Documents;

/// <summary>The part of the Containerfile that brings software in: repositories, packages and pinned downloads.</summary>
internal static class ContainerfilePackages
{
    private const string UsedForThisStep = "The repository is disabled in the image and used for this step.";

    /// <summary>The lines of each section of packages. Most edits are of other sections, and thousands of packages make thousands of lines.</summary>
    private static readonly FrozenDictionary<DnfForm, Remembered<PackagesSection, IReadOnlyList<DocumentLine>>> Written =
        DnfForm.All.ToFrozenDictionary(dnf => dnf, dnf => new Remembered<PackagesSection, IReadOnlyList<DocumentLine>>(packages => Lines(packages, dnf, [])));

    public static void Write(DocumentWriter writer, ImageDesign design)
    {
        ContainerfileGenerator.WriteExtra(writer, design.Extra.BeforePackages, ContentFields.BeforePackages.Path);
        var secrets = SecretMounts.OfPackages(design);
        writer.Append(secrets.IsEmpty ? Written[DnfForm.Of(design)].Of(design.Packages) : Lines(design.Packages, DnfForm.Of(design), secrets));
        ContainerfileGenerator.WriteExtra(writer, design.Extra.AfterPackages, ContentFields.AfterPackages.Path);
    }

    private static IReadOnlyList<DocumentLine> Lines(PackagesSection packages, DnfForm dnf, EquatableArray<BuildSecret> secrets)
    {
        var writer = new DocumentWriter(BundlePaths.Containerfile, DocumentLanguage.Containerfile);
        WriteRepositories(writer, packages, dnf, secrets);
        WriteKernel(writer, packages, dnf, secrets);
        WriteTransaction(writer, packages, dnf, secrets);
        WriteCoprEnd(writer, packages);
        foreach (var download in packages.Downloads)
        {
            WriteDownload(writer, download, packages, dnf, secrets);
        }

        return writer.ToLines();
    }

    /// <summary>The prefix of a download's build arguments: its name in capitals, with underscores.</summary>
    internal static string ArgumentPrefix(PinnedDownload download)
    {
        var name = download.Name.ToString().Replace('-', '_').ToUpperInvariant();
        return char.IsAsciiDigit(name[0]) ? "_" + name : name;
    }

    private static void WriteRepositories(DocumentWriter writer, PackagesSection packages, DnfForm dnf, EquatableArray<BuildSecret> secrets)
    {
        if (!packages.Repositories.IsEmpty)
        {
            writer.From(PackagesFields.Repositories.Path).Line().Line("# Further repositories");
            foreach (var repository in packages.Repositories)
            {
                writer.Line($"COPY {BundlePaths.Repository(repository.Id)} /etc/yum.repos.d/", PackagesFields.Repositories.PathOf(repository));
            }
        }

        if (packages.Copr.IsEmpty)
        {
            return;
        }

        writer.From(PackagesFields.Copr.Path, "The copr command is a plugin, which a base need not have.")
            .Line()
            .Line("# COPR projects")
            .LineAlso($"RUN {dnf.CacheMount} \\", [ImageFields.Base.Path]);
        SecretMounts.Write(writer, secrets);
        writer.LineAlso($"    dnf -y install {dnf.CoprPlugin} \\", [ImageFields.Base.Path]);
        for (var i = 0; i < packages.Copr.Count; i++)
        {
            writer.Line($"    && dnf -y copr enable {ShellText.Quote(packages.Copr[i].ToString())}{(i < packages.Copr.Count - 1 ? " \\" : "")}", PackagesFields.Copr.PathOf(packages.Copr[i]));
        }
    }

    private static void WriteCoprEnd(DocumentWriter writer, PackagesSection packages)
    {
        if (!packages.CoprBuildOnly || packages.Copr.IsEmpty)
        {
            return;
        }

        writer.From([PackagesFields.CoprBuildOnly.Path, PackagesFields.Copr.Path], "The ISO builder and machines would otherwise ask these projects as well.")
            .Line()
            .Line("# COPR projects: only for this build");
        for (var i = 0; i < packages.Copr.Count; i++)
        {
            writer.Line($"{(i == 0 ? "RUN" : "   ")} {(i == 0 ? "" : "&& ")}dnf -y copr disable {ShellText.Quote(packages.Copr[i].ToString())}{(i < packages.Copr.Count - 1 ? " \\" : "")}", [PackagesFields.Copr.PathOf(packages.Copr[i]), PackagesFields.CoprBuildOnly.Path]);
        }
    }

    private static void WriteKernel(DocumentWriter writer, PackagesSection packages, DnfForm dnf, EquatableArray<BuildSecret> secrets)
    {
        if (packages.Kernel.IsEmpty)
        {
            return;
        }

        writer.From(PackagesFields.Kernel.Path, "bootc container lint ends the build at two kernels, so the base's goes first, in the same step. Other packages need it by name, so it is erased without asking them.")
            .Line()
            .Line("# Another kernel in place of the base's")
            .LineAlso($"RUN {dnf.CacheMount} \\", [ImageFields.Base.Path]);
        SecretMounts.Write(writer, secrets);
        writer.Line("    set -eu; \\")
            .Line("    for package in kernel kernel-core kernel-modules kernel-modules-core kernel-modules-extra; do \\")
            .Line("      if rpm --query --quiet \"$package\"; then rpm --erase --nodeps \"$package\"; fi; \\")
            .Line("    done; \\")
            .Line("    rm -rf /usr/lib/modules; \\")
            .Line("    dnf -y install --setopt=keepcache=True \\");
        foreach (var repository in packages.Repositories.Where(each => each.BuildOnly))
        {
            writer.Line($"      --enablerepo={ShellText.Quote(repository.Id.ToString())} \\", [PackagesFields.Repositories.PathOf(repository, "build_only"), PackagesFields.Kernel.Path], UsedForThisStep);
        }

        for (var i = 0; i < packages.Kernel.Count; i++)
        {
            writer.Line($"      {ShellText.Quote(packages.Kernel[i].ToString())}{(i < packages.Kernel.Count - 1 ? " \\" : "; \\")}", PackagesFields.Kernel.PathOf(packages.Kernel[i]));
        }

        writer.Line("    kver=$(ls /usr/lib/modules); \\")
            .Line("    depmod -a \"$kver\"", PackagesFields.Kernel.Path, "With more than one kernel depmod refuses the name, and the build ends here.");
    }

    private static void WriteTransaction(DocumentWriter writer, PackagesSection packages, DnfForm dnf, EquatableArray<BuildSecret> secrets)
    {
        var installs = new List<(string Text, FieldPath Origin)>();
        installs.AddRange(packages.Environments.Select(id => ("@" + id, PackagesFields.Environments.PathOf(id))));
        installs.AddRange(packages.Groups.Select(id => ("@" + id, PackagesFields.Groups.PathOf(id))));
        installs.AddRange(packages.Install.Select(spec => (ShellText.Quote(spec.ToString()), PackagesFields.Install.PathOf(spec))));
        var removes = packages.Remove.Select(spec => (ShellText.Quote(spec.ToString()), PackagesFields.Remove.PathOf(spec))).ToList();
        if (installs.Count == 0 && removes.Count == 0)
        {
            return;
        }

        writer.From(PackagesFields.Install.Path, "One transaction, so that dnf solves everything together and no layer carries what a later one removes. The cache mount keeps downloads between builds and out of the image.")
            .Line()
            .Line("# Packages")
            .LineAlso($"RUN {dnf.CacheMount} \\", [ImageFields.Base.Path]);
        SecretMounts.Write(writer, secrets);
        if (installs.Count > 0)
        {
            writer.Line("    dnf -y install --setopt=keepcache=True \\");
            WriteOptions(writer, packages, "      ");
            WriteNames(writer, installs, isContinued: removes.Count > 0);
        }

        if (removes.Count > 0)
        {
            writer.From(PackagesFields.Remove.Path, "A name that is not installed only warns. What the removed packages needed stays, as other packages may rely on it.")
                .LineAlso($"    {(installs.Count > 0 ? "&& " : "")}dnf -y remove {dnf.NoAutoremove} \\", [ImageFields.Base.Path]);
            WriteNames(writer, removes, isContinued: false);
        }
    }

    private static void WriteNames(DocumentWriter writer, List<(string Text, FieldPath Origin)> names, bool isContinued)
    {
        for (var i = 0; i < names.Count; i++)
        {
            var ending = isContinued || i < names.Count - 1 ? " \\" : "";
            writer.Line($"      {names[i].Text}{ending}", names[i].Origin);
        }
    }

    private static void WriteDownload(DocumentWriter writer, PinnedDownload download, PackagesSection packages, DnfForm dnf, EquatableArray<BuildSecret> secrets)
    {
        var prefix = ArgumentPrefix(download);
        var path = PackagesFields.Downloads.PathOf(download);
        var indent = download.Architecture is null ? "    " : "      ";
        writer.From(path, "Fetched and checked in one step: a file that does not match its SHA-256 ends the build. ADD --checksum would need buildah 1.33.")
            .Line()
            .Line($"# {download.Name}: no repository has it, so it is pinned by checksum")
            .Line($"ARG {prefix}_URL={ContainerfileText.Quote(download.Url.ToString())}", path.Member("url"))
            .Line($"ARG {prefix}_SHA256={ContainerfileText.Quote(download.Sha256.Hex)}", path.Member("sha256"))
            .LineAlso(download.IsPackage ? $"RUN {dnf.CacheMount} {(secrets.IsEmpty ? "set -eu; " : "")}\\" : "RUN set -eu; \\", download.IsPackage ? [ImageFields.Base.Path, .. secrets.Select(SecretFields.Secrets.PathOf)] : []);
        if (download.IsPackage && !secrets.IsEmpty)
        {
            SecretMounts.Write(writer, secrets);
            writer.LineAlso("    set -eu; \\", secrets.Select(SecretFields.Secrets.PathOf).ToEquatableArray());
        }

        if (download.Architecture is { } architecture)
        {
            writer.Line($"    if [ \"$(uname -m)\" = {architecture.ToKernelName()} ]; then \\", path.Member("architecture"), "The file is for one architecture; on others the step does nothing.");
        }

        writer.Line($"{indent}work=$(mktemp -d); \\")
            .Line($"{indent}curl --fail --location --silent --show-error --retry 3 --output \"$work/download\" \"${{{prefix}_URL}}\"; \\")
            .Line($"{indent}echo \"${{{prefix}_SHA256}}  $work/download\" | sha256sum --check --quiet -; \\");
        if (download.Program is { } program)
        {
            WriteProgram(writer, download, program, indent);
        }
        else
        {
            WritePackage(writer, path, packages, indent);
        }

        writer.Line($"{indent}rm -rf \"$work\"{(download.Architecture is null ? "" : "; \\")}");
        if (download.Architecture is not null)
        {
            writer.Line("    fi");
        }
    }

    private static void WriteProgram(DocumentWriter writer, PinnedDownload download, AbsolutePath program, string indent)
    {
        var path = PackagesFields.Downloads.PathOf(download);
        var source = "download";
        if (download.ArchiveMember is { } member)
        {
            source = member.ToString();
            writer.Line($"{indent}tar --extract --file \"$work/download\" --directory \"$work\" {ShellText.Quote(source)}; \\", path.Member("archive_member"));
        }

        writer.Line($"{indent}install -D -m 0755 \"$work/\"{ShellText.Quote(source)} {ShellText.Quote(program.ToString())}; \\", path.Member("install_path"));
    }

    /// <summary>dnf takes a path that ends in .rpm for a file, and fetches what it needs from the repositories of the transaction before.</summary>
    private static void WritePackage(DocumentWriter writer, FieldPath path, PackagesSection packages, string indent)
    {
        writer.Line($"{indent}mv \"$work/download\" \"$work/download.rpm\"; \\", path.Member("url"), "dnf takes a path that ends in .rpm for a file. It checks no signature of one; the checksum above says that it is the right one.")
            .Line($"{indent}dnf -y install --setopt=keepcache=True \\", path.Member("url"));
        WriteOptions(writer, packages, indent + "  ");
        writer.Line($"{indent}  \"$work/download.rpm\"; \\", path.Member("url"));
    }

    /// <summary>What a transaction may use and what it may not pull in.</summary>
    private static void WriteOptions(DocumentWriter writer, PackagesSection packages, string indent)
    {
        writer.Line(
            $"{indent}--setopt=install_weak_deps={(packages.WeakDependencies ? "True" : "False")} \\",
            PackagesFields.WeakDependencies.Path,
            "Weak dependencies are what packages recommend but do not need.");
        foreach (var repository in packages.Repositories.Where(each => each.BuildOnly))
        {
            writer.Line($"{indent}--enablerepo={ShellText.Quote(repository.Id.ToString())} \\", PackagesFields.Repositories.PathOf(repository, "build_only"), UsedForThisStep);
        }

        foreach (var spec in packages.Exclude)
        {
            writer.Line($"{indent}--exclude={ShellText.Quote(spec.ToString())} \\", PackagesFields.Exclude.PathOf(spec), "dnf acts as if no repository had the package, also where another one asks for it.");
        }
    }
}
