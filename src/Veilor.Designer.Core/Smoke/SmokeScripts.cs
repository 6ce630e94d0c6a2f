using System.Globalization;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Generation.Documents;

namespace Veilor.Designer.Core.Smoke;

/// <summary>
/// Writes the two scripts that check a built image: <c>test/inside-image.sh</c>, which runs in it and prints one line an assertion in the Test
/// Anything Protocol, and <c>test/smoke.sh</c>, which starts that with podman.
/// </summary>
public sealed class SmokeScripts : IDocumentGenerator
{
    private const string Head =
        """
        #!/usr/bin/env bash
        # Runs inside the built image and checks what the design promises: one line a check, with the field it comes
        # from (TAP, testanything.org). Exit status 0 when all holds. test/smoke.sh starts it.
        set -uo pipefail
        # The image's own files: podman puts its own /etc/hostname and others into a running container.
        root=
        [ ! -d /run/image/usr ] || root=/run/image
        number=0
        failed=0
        """;

    private const string Functions =
        """
        passes() { # passes FIELD TITLE
          number=$((number + 1))
          echo "ok $number - $2 # $1"
        }

        fails() { # fails FIELD TITLE FOUND
          number=$((number + 1))
          failed=1
          echo "not ok $number - $2 # $1"
          printf '%s\n' "$3" | sed 's/^/#   /'
        }

        skips() { # skips FIELD TITLE WHY
          number=$((number + 1))
          echo "ok $number - $2 # SKIP $3 in $1"
        }

        answers() { # answers FIELD TITLE EXPECTED FOUND
          if [ "$4" = "$3" ]; then passes "$1" "$2"; else fails "$1" "$2" "found: ${4:-nothing}"; fi
        }

        same() { # same FIELD PATH SHA256: the file is the generated one
          local found
          if ! found=$(sha256sum 2>&1 < "$root$2"); then
            fails "$1" "file $2" "the file is missing"
          elif [ "${found%% *}" = "$3" ]; then
            passes "$1" "file $2"
          else
            fails "$1" "file $2" "the file has other content: something in the build replaced it"
          fi
        }

        mode() { # mode FIELD PATH MODE OWNER GROUP
          answers "$1" "mode of $2 is $3 $4:$5" "$3 $4 $5" "$(stat --format='%a %U %G' "$root$2" 2>&1)"
        }

        present() { # present FIELD PATH
          if [ -e "$root$2" ] || [ -L "$root$2" ]; then passes "$1" "file $2"; else fails "$1" "file $2" "the file is missing"; fi
        }

        program() { # program FIELD PATH [ARCHITECTURE]
          if [ -n "${3:-}" ] && [ "$(uname -m)" != "$3" ]; then
            skips "$1" "program $2" "it is for $3"
          elif [ -x "$root$2" ]; then
            passes "$1" "program $2"
          else
            fails "$1" "program $2" "it is missing or cannot be executed"
          fi
        }

        installed() { # installed FIELD PACKAGE
          local found
          if found=$(rpm --query --whatprovides "$2" 2>&1); then passes "$1" "package $2"; else fails "$1" "package $2" "$found"; fi
        }

        absent() { # absent FIELD PATTERN
          local found
          found=$(rpm --query --all "$2" 2>&1)
          if [ -z "$found" ]; then passes "$1" "no package $2"; else fails "$1" "no package $2" "$found"; fi
        }

        unit() { # unit FIELD UNIT STATE
          local found
          found=$(systemctl --root=/ is-enabled "$2" 2>&1) || true
          answers "$1" "unit $2 is $3" "$3" "${found%% *}"
        }

        target() { # target FIELD TARGET
          answers "$1" "boots into $2" "$2" "$(systemctl --root=/ get-default 2>&1)"
        }

        locked() { # locked FIELD USER: a leading ! is what passwd -l writes, whatever word it prints
          case $(grep "^$2:" "$root/etc/shadow" 2>&1) in
            "$2":!*) passes "$1" "no password opens $2" ;;
            *) fails "$1" "no password opens $2" "the entry in /etc/shadow does not begin with an exclamation mark" ;;
          esac
        }

        unknown_user() { # unknown_user FIELD USER: the installer makes people's accounts, the image has none
          if grep -q "^$2:" "$root/etc/passwd"; then
            fails "$1" "user $2 is not in the image" "/etc/passwd has the user already"
          else
            passes "$1" "user $2 is not in the image"
          fi
        }

        group() { # group FIELD GROUP
          if getent group "$2" > /dev/null; then passes "$1" "group $2"; else fails "$1" "group $2" "the image has no such group"; fi
        }

        os_release_value() { # os_release_value KEY
          (
            # shellcheck source=/dev/null
            . "$root/usr/lib/os-release" && printf '%s' "${!1-}"
          )
        }

        os_release() { # os_release FIELD KEY VALUE
          answers "$1" "os-release has $2" "$3" "$(os_release_value "$2")"
        }

        os_release_version() { # os_release_version FIELD: the builders read the distribution from it
          local found
          found=$(os_release_value VERSION_ID)
          if [[ $found =~ ^[0-9]+(\.[0-9]+)?$ ]]; then
            passes "$1" "os-release has a version that the builders read"
          else
            fails "$1" "os-release has a version that the builders read" "VERSION_ID is '$found'"
          fi
        }

        one_kernel() { # one_kernel FIELD
          local found=("$root"/usr/lib/modules/*/vmlinuz)
          if [ "${#found[@]}" -eq 1 ] && [ -f "${found[0]}" ] && [ -f "${found[0]%/*}/initramfs.img" ]; then
            passes "$1" "one kernel with its initramfs"
          else
            fails "$1" "one kernel with its initramfs" "found: ${found[*]}"
          fi
        }

        time_zone() { # time_zone FIELD ZONE
          local found
          found=$(readlink "$root/etc/localtime" 2>&1) || true
          answers "$1" "time zone $2" "$2" "${found##*/zoneinfo/}"
        }

        selinux() { # selinux FIELD MODE
          answers "$1" "SELinux is $2" "$2" "$(sed -n 's/^SELINUX=//p' "$root/etc/selinux/config" 2>&1)"
        }

        theme() { # theme FIELD THEME
          answers "$1" "boot splash $2" "$2" "$(plymouth-set-default-theme 2>&1)"
        }

        """;

    private static readonly IReadOnlyList<(string Name, string Text)> All =
        [.. Functions.TrimEnd('\n').Split("\n\n").Select(text => (text[..text.IndexOf('(', StringComparison.Ordinal)], text))];

    /// <summary>The functions that each function calls.</summary>
    private static readonly ILookup<string, string> CalledBy = All
        .SelectMany(caller => All.Where(function => Calls(caller.Text, function.Name)).Select(function => (Caller: caller.Name, function.Name)))
        .ToLookup(each => each.Caller, each => each.Name, StringComparer.Ordinal);

    private static readonly Remembered<IReadOnlyList<SmokeAssertion>, IReadOnlyList<DocumentLine>> Written = new(assertions =>
        assertions.Aggregate(
            new DocumentWriter(BundlePaths.InsideImage, DocumentLanguage.Shell),
            (writer, assertion) => writer.From(assertion.Origins, assertion.Reason, assertion.Bond).Line(assertion.Line)).ToLines());

    private const string Smoke =
        """
        exec podman run --rm --network=none --security-opt label=disable \
          --mount "type=image,source=$image,destination=/run/image" \
          --volume "$(cd "$(dirname "$0")" && pwd)/inside-image.sh:/run/inside-image.sh:ro" \
          --entrypoint bash "$image" /run/inside-image.sh
        """;

    /// <summary>The checks of a group with the fields that call them; none for what is looked at in every image. A list of thousands of packages is the same after most edits.</summary>
    private static readonly Remembered<IReadOnlyList<SmokeAssertion>, IReadOnlyList<(string Check, HashSet<FieldPath> Fields)>> Called = new(assertions =>
        [.. assertions.GroupBy(assertion => assertion.Check, StringComparer.Ordinal).Select(check => (check.Key, check.Where(assertion => assertion.Bond != LineBond.Fixed).Select(assertion => assertion.Origins[0].Field).ToHashSet()))]);

    public IEnumerable<DesignDocument> Generate(GenerationInput input)
    {
        yield return Inside(input);
        yield return new DocumentWriter(BundlePaths.SmokeTest, DocumentLanguage.Shell, isExecutable: true)
            .From(ImageFields.Name.Path, bond: LineBond.Fixed)
            .Lines(
                """
                #!/usr/bin/env bash
                # Checks in the built image what the design promises. Exit status 0 when all holds.
                # Usage: test/smoke.sh [IMAGE]
                set -euo pipefail
                """)
            .Line($"image=${{1:-{input.Design.BuiltReference()}}}", NamedBy.Built(input.Design), "The name that a build on this machine gives the image; another can be named.")
            .From(ImageFields.Name.Path, "The image is mounted into its own container, because podman puts its own /etc/hostname into a running one.", LineBond.Fixed)
            .Lines(Smoke)
            .ToDocument();
    }

    private static DesignDocument Inside(GenerationInput input)
    {
        var groups = SmokeAssertions.Of(input);
        var writer = new DocumentWriter(BundlePaths.InsideImage, DocumentLanguage.Shell, isExecutable: true)
            .From(ImageFields.Name.Path, bond: LineBond.Fixed)
            .Lines(Head)
            .Line();
        foreach (var (function, callers) in NeededFunctions(groups.SelectMany(group => Called.Of(group.Assertions))))
        {
            _ = callers.IsEmpty
                ? writer.From(ImageFields.Name.Path, "A check that the lines below call; every image is checked for it.", LineBond.Fixed)
                : writer.From(callers, "A check that the lines below call; the design has something for it to look at.", LineBond.Shared);
            writer.Lines(function).Line();
        }

        writer.From(ImageFields.Name.Path, "The plan of the Test Anything Protocol: how many checks follow.", LineBond.Fixed).Line(string.Create(CultureInfo.InvariantCulture, $"echo 1..{groups.Sum(group => group.Assertions.Count)}"));
        foreach (var (heading, assertions) in groups)
        {
            writer.From(assertions[0].Origins, bond: assertions[0].Bond).Line().Line("# " + heading).Append(Written.Of(assertions));
        }

        return writer.From(ImageFields.Name.Path, bond: LineBond.Fixed).Line().Line("exit \"$failed\"").ToDocument();
    }

    /// <summary>The functions that are called, and those that they call, in the order in which they stand above, with the fields that need them.</summary>
    private static IEnumerable<(string Text, EquatableArray<FieldPath> Callers)> NeededFunctions(IEnumerable<(string Check, HashSet<FieldPath> Fields)> checks)
    {
        var needed = new Dictionary<string, HashSet<FieldPath>>(StringComparer.Ordinal);
        foreach (var (check, fields) in checks)
        {
            var waiting = new Stack<string>([check]);
            while (waiting.TryPop(out var name))
            {
                if (!needed.TryGetValue(name, out var callers))
                {
                    needed.Add(name, callers = []);
                }

                callers.UnionWith(fields);
                foreach (var called in CalledBy[name].Where(called => !string.Equals(called, name, StringComparison.Ordinal)))
                {
                    waiting.Push(called);
                }
            }
        }

        return All.Where(function => needed.ContainsKey(function.Name)).Select(function => (function.Text, needed[function.Name].ToEquatableArray()));
    }

    private static bool Calls(string text, string name) =>
        text.Contains($" {name} ", StringComparison.Ordinal) || text.Contains($"({name} ", StringComparison.Ordinal);
}
