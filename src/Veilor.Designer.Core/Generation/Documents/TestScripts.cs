using System.Security.Cryptography;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Text;

namespace Veilor.Designer.Core.Generation.Documents;

/// <summary>Writes the bundle's two tests: one looks into the built image, the other boots the ISO.</summary>
public sealed class TestScripts : IDocumentGenerator
{
    private const string SmokeHead =
        """
        #!/usr/bin/env bash
        # Looks into the built image and checks what the design promises. Exit status 0 when all holds.
        # Usage: test/smoke.sh [IMAGE]
        set -euo pipefail
        """;

    private const string SmokeStart =
        """
        failed=0
        # One container that runs commands, and one that never starts: podman puts its own /etc/hostname into a running one.
        container=$(podman create --network=none "$image" sleep infinity)
        files=$(podman create --network=none "$image" true)
        trap 'podman rm --force --time 0 "$container" "$files" >/dev/null' EXIT
        podman start "$container" >/dev/null
        """;

    /// <summary>What the tests may call. A function that none calls is left out: a linter would ask what it is for.</summary>
    private static readonly (string Name, string Text)[] SmokeFunctions =
    [
        ("check",
        """
        check() { # check NAME COMMAND...: runs the command in the image
          local name=$1
          shift
          if podman exec "$container" "$@" >/dev/null 2>&1; then
            echo "ok      $name"
          else
            echo "FAILED  $name"
            failed=1
          fi
        }
        """),
        ("absent",
        """
        absent() { # absent PATTERN: no installed package matches
          local found
          found=$(podman exec "$container" rpm -qa "$1")
          if [ -z "$found" ]; then
            echo "ok      no package $1"
          else
            echo "FAILED  package $1 is still there: $found"
            failed=1
          fi
        }
        """),
        ("answers",
        """
        answers() { # answers EXPECTED COMMAND...: the first words that the command prints in the image
          local expected=$1 actual
          shift
          actual=$(podman exec "$container" "$@" 2>/dev/null) || true
          case $actual in
            "$expected" | "$expected "*) echo "ok      $* is $expected" ;;
            *)
              echo "FAILED  $* is '$actual', not $expected"
              failed=1
              ;;
          esac
        }
        """),
        ("same",
        """
        same() { # same PATH SHA256: the file in the image is the generated one
          local actual
          actual=$(podman cp "$files:$1" - 2>/dev/null | tar --extract --to-stdout | sha256sum) || actual=
          if [ "${actual%% *}" = "$2" ]; then
            echo "ok      $1"
          else
            echo "FAILED  $1 is not the generated file"
            failed=1
          fi
        }
        """),
    ];

    private const string BootIsoText =
        """
        #!/usr/bin/env bash
        # Boots the installer ISO in QEMU with an empty disk and records the serial console.
        # Usage: test/boot-iso.sh [ISO] [DISK-SIZE]
        set -euo pipefail
        cd "$(dirname "$0")/.."
        iso=${1:-output/bootiso/install.iso}
        size=${2:-40G}
        [ -f "$iso" ] || { echo "no ISO at $iso: build it first, see docs/BUILD-bootc.md" >&2; exit 1; }
        command -v qemu-system-x86_64 >/dev/null || { echo "qemu-system-x86_64 is not installed" >&2; exit 1; }

        work=output/boot-iso
        mkdir -p "$work"
        [ -f "$work/disk.qcow2" ] || qemu-img create -q -f qcow2 "$work/disk.qcow2" "$size"

        firmware=
        for candidate in /usr/share/edk2/ovmf/OVMF_CODE.fd /usr/share/OVMF/OVMF_CODE_4M.fd /usr/share/OVMF/OVMF_CODE.fd; do
          if [ -f "$candidate" ]; then
            firmware=$candidate
            break
          fi
        done
        [ -n "$firmware" ] || { echo "no UEFI firmware: install edk2-ovmf (Fedora) or ovmf (Debian)" >&2; exit 1; }

        accel=tcg
        [ -w /dev/kvm ] && accel=kvm
        echo "starting with $accel; the serial console goes to $work/serial.log"
        exec qemu-system-x86_64 -machine "q35,accel=$accel" -cpu max -m 4096 -smp 2 \
          -drive "if=pflash,format=raw,readonly=on,file=$firmware" \
          -drive "if=virtio,format=qcow2,file=$work/disk.qcow2" \
          -cdrom "$iso" -boot order=d \
          -nic user,model=virtio-net-pci \
          -serial "file:$work/serial.log"
        """;

    public IEnumerable<DesignDocument> Generate(GenerationInput input)
    {
        yield return Smoke(input);
        if (input.Design.Outputs.ImageTypes.Any(type => type.IsIso()))
        {
            yield return new DocumentWriter(BundlePaths.BootIso, DocumentLanguage.Shell, isExecutable: true)
                .From(DeliveryFields.ImageTypes.Path, "Uses KVM where it may; software emulation is slow but enough to see the installer start.")
                .Lines(BootIsoText)
                .ToDocument();
        }
    }

    private static DesignDocument Smoke(GenerationInput input)
    {
        var design = input.Design;
        var writer = new DocumentWriter(BundlePaths.SmokeTest, DocumentLanguage.Shell, isExecutable: true)
            .From(ImageFields.Name.Path)
            .Lines(SmokeHead)
            .Line($"image=${{1:-{design.BuiltReference()}}}", DeliveryFields.Repository.Path)
            .Lines(SmokeStart);
        var tests = new DocumentWriter(BundlePaths.SmokeTest, DocumentLanguage.Shell);
        WriteFiles(tests, input);
        WritePackages(tests, design);
        WriteServices(tests, design);
        foreach (var function in SmokeFunctions.Where(function => tests.ToLines().Any(line => Calls(line.Text, function.Name))))
        {
            writer.Line().Lines(function.Text);
        }

        foreach (var line in tests.ToLines())
        {
            writer.Copy(line, line.Text);
        }

        writer.From(ImageFields.Base.Path).Line().Line("exit \"$failed\"");
        return writer.ToDocument();
    }

    private static bool Calls(string line, string function) =>
        line.StartsWith(function + " ", StringComparison.Ordinal) || line.Contains($"|| {function} ", StringComparison.Ordinal);

    private static void WriteFiles(DocumentWriter writer, GenerationInput input)
    {
        var documents = GeneratedSettings.Documents(input)
            .Where(document => !input.Content.Contains("overlay" + ImagePath(document)));
        writer.From(ImageFields.Name.Path).Line().Line("# The generated settings are in the image, byte for byte");
        foreach (var document in documents)
        {
            var digest = Convert.ToHexStringLower(SHA256.HashData(document.ToBytes()));
            writer.From(document.Lines[0].Origins).Line($"same {ShellText.Quote(ImagePath(document))} {digest}");
        }
    }

    private static string ImagePath(DesignDocument document) => document.Path[(BundlePaths.RootFiles.Length - 1)..];

    private static void WritePackages(DocumentWriter writer, ImageDesign design)
    {
        writer.From(PackagesFields.Install.Path).Line().Line("# The packages are installed, and the removed ones are gone");
        foreach (var package in design.Packages.Install.Where(package => !package.IsGlob))
        {
            var name = package.ToString();
            writer.Line($"check {ShellText.Quote("package " + name)} rpm -q --whatprovides {ShellText.Quote(name)}", PackagesFields.Install.PathOf(package));
        }

        foreach (var package in design.Packages.Remove)
        {
            writer.Line($"absent {ShellText.Quote(package.ToString())}", PackagesFields.Remove.PathOf(package));
        }

        foreach (var download in design.Packages.Downloads)
        {
            var path = ShellText.Quote(download.InstallPath.ToString());
            var check = $"check {ShellText.Quote($"program {download.InstallPath}")} test -x {path}";
            writer.Line(
                download.Architecture is { } architecture
                    ? $"[ \"$(podman exec \"$container\" uname -m)\" != {architecture.ToKernelName()} ] || {check}"
                    : check,
                PackagesFields.Downloads.PathOf(download));
        }
    }

    private static void WriteServices(DocumentWriter writer, ImageDesign design)
    {
        var services = design.Services;
        writer.From(ServicesFields.Enable.Path).Line().Line("# Units are as the design sets them; systemctl reads the files, systemd does not run here");
        Units("enabled", services.Enable, ServicesFields.Enable);
        Units("disabled", services.Disable, ServicesFields.Disable);
        Units("masked", services.Mask, ServicesFields.Mask);
        if (services.DefaultTarget is { } target)
        {
            writer.Line($"answers {ShellText.Quote(target.ToString())} systemctl --root=/ get-default", ServicesFields.DefaultTarget.Path);
        }

        if (design.Users.LockRoot)
        {
            writer.Line("check 'root is locked' grep -q '^root:!' /etc/shadow", UsersFields.LockRoot.Path, "passwd prints another word on every distribution; a leading ! in the file is what it means.");
        }

        void Units(string state, Collections.EquatableArray<Values.UnitName> units, ListField<Values.UnitName> field)
        {
            foreach (var unit in units)
            {
                writer.Line($"answers {state} systemctl --root=/ is-enabled {ShellText.Quote(unit.ToString())}", field.PathOf(unit));
            }
        }
    }
}
