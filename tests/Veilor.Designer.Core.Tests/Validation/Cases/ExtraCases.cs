using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;
using static Veilor.Designer.Core.Tests.Validation.Designs;
using static Veilor.Designer.Core.Tests.Validation.RuleCase;

namespace Veilor.Designer.Core.Tests.Validation.Cases;

/// <summary>Cases of the family VD9: lines of one's own, and what runs while the image is built.</summary>
internal static class ExtraCases
{
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        Raises("VD9001", "a heredoc", Sound.Lines("RUN cat > /etc/a <<'EOF'\ntext\nEOF")),
        Raises("VD9001", "a heredoc of COPY", ContentFields.BeforeLint.Set(Sound, "COPY <<-EOT /etc/a\ntext\nEOT")),
        Spares("VD9001", "a here string", Sound.Lines("RUN bash -c 'cat <<< text'")),
        Spares("VD9001", "arithmetic", Sound.Lines("RUN echo $((1 << 3))")),
        Spares("VD9001", "a comment about it", Sound.Lines("# no <<EOF here")),
        Raises("VD9001", "a heredoc of a protected word", Sound.Lines("RUN cat > /etc/a <<\\EOF\ntext\nEOF")),
        Raises("VD9001", "a heredoc with a word in double quotes", Sound.Lines("RUN cat <<\"EOF\" > /etc/a\ntext\nEOF")),
        Spares("VD9001", "arithmetic with a variable", Sound.Lines("RUN echo $((one<<bits))")),
        Spares("VD9001", "the sign in quotes", Sound.Lines("RUN echo \"a <<b\" 'c <<d'")),

        Raises("VD9002", "ENTRYPOINT", Sound.Lines("ENTRYPOINT [\"/bin/sh\"]")),
        Raises("VD9002", "ENV in lower case", Sound.Lines("env A=b")),
        Spares("VD9002", "RUN", Sound.Lines("RUN true")),
        Spares("VD9002", "the same word inside a continued RUN", Sound.Lines("RUN echo a \\\n    CMD")),

        Raises("VD9003", "a backslash at the end", Sound.Lines("RUN true \\")),
        Raises("VD9003", "a backslash alone", Sound.Lines("RUN true\n\\")),
        Raises("VD9003", "two lines that wait", Sound.Lines("RUN true \\\n\\")),
        Spares("VD9003", "a backslash inside", Sound.Lines("RUN true \\\n  && true")),
        Raises("VD9003", "a comment behind the backslash", Sound.Lines("RUN true \\\n# the end")),
        Raises("VD9003", "blanks behind the backslash", Sound.Lines("RUN true \\  ")),
        Spares("VD9003", "a comment that ends with a backslash", Sound.Lines("RUN true\n# a \\")),

        Raises("VD9004", "a second FROM", Sound.Lines("FROM quay.io/example/a")),
        Spares("VD9004", "files of another image", Sound.Lines("COPY --from=quay.io/example/a /a /usr/bin/a")),

        Raises("VD9005", "a command without RUN", Sound.Lines("dnf -y install htop")),
        Spares("VD9005", "the lines of a heredoc, which has a rule of its own", Sound.Lines("RUN <<A cat > /etc/a <<-'B'\nset -e\nA\n\tit's text\n\tB\nCOPY <<EOF /etc/b\nname = value\nEOF\nRUN true")),
        Raises("VD9005", "lines behind a word that only looks like a heredoc", Sound.Lines("RUN cat <<EOF\ntext")),
        Spares("VD9005", "a command with RUN", Sound.Lines("run dnf -y install htop")),
        Spares("VD9005", "a keyword that a backslash parts", Sound.Lines("LAB\\\nEL a=b")),

        Raises("VD9006", "ADD with a checksum", Sound.Lines("ADD --checksum=sha256:abc https://example.org/a /usr/bin/a")),
        Spares("VD9006", "COPY with a mode", Sound.Lines("COPY --chmod=0755 overlay/a /usr/bin/a")),
        Raises("VD9006", "RUN without a network", Sound.Lines("RUN --network=none true")),
        Raises("VD9006", "COPY as a link", Sound.Lines("COPY --link overlay/a /usr/bin/a")),
        Raises("VD9006", "an option that ADD never had", Sound.Lines("ADD --from=a /b /c")),
        Spares("VD9006", "an option of the command that RUN starts", Sound.Lines("RUN --mount=type=bind,target=/a cp --parents a /usr")),

        Raises("VD9007", "a tmpfs over /tmp", Sound.Lines("RUN --mount=type=tmpfs,target=/tmp true")),
        Raises("VD9007", "a cache over /var/cache", Sound.Lines("RUN --mount=type=cache,dst=/var/cache true")),
        Spares("VD9007", "a cache of dnf", Sound.Lines("RUN --mount=type=cache,target=/var/cache/libdnf5 true")),

        Raises("VD9008", "an update of everything", Sound.Lines("RUN dnf -y upgrade && dnf clean all")),
        Raises("VD9008", "the same in a script", Sound.Run("a.sh"), File("scripts/a.sh", "#!/bin/sh\nsudo dnf -y update\n")),
        Spares("VD9008", "an update of one package", Sound.Lines("RUN dnf -y upgrade htop")),
        Raises("VD9008", "an update as a list", Sound.Lines("RUN [\"/usr/bin/dnf\", \"-y\", \"upgrade\"]")),
        Raises("VD9008", "an update of a shell in a list", Sound.Lines("RUN [\"/bin/sh\", \"-c\", \"true && dnf -y upgrade\"]")),
        Raises("VD9008", "an update of a shell", Sound.Lines("RUN bash -euc 'dnf -y upgrade'")),
        Raises("VD9008", "an update behind options of sudo", Sound.Lines("RUN sudo -E dnf -y upgrade")),
        Raises("VD9008", "an update behind a mount", Sound.Lines("run --mount=type=cache,target=/var/cache/libdnf5 dnf -y upgrade")),
        Raises("VD9008", "an update whose name a backslash parts", Sound.Lines("RUN dnf -y up\\\ngrade")),
        Raises("VD9008", "an update behind a comment inside", Sound.Lines("RUN true && \\\n# now\n  dnf -y upgrade")),

        Raises("VD9009", "grub2-mkconfig", Sound.Lines("RUN grub2-mkconfig -o /boot/grub2/grub.cfg")),
        Raises("VD9009", "an edit of /etc/default/grub", Sound.Run("a.sh"), File("scripts/a.sh", "sed -i s/a/b/ /etc/default/grub\n")),
        Spares("VD9009", "a look at it", Sound.Run("a.sh"), File("scripts/a.sh", "if [ -e /etc/kernel/cmdline ]; then exit 1; fi\n")),
        Spares("VD9009", "a comment about it", Sound.Run("a.sh"), File("scripts/a.sh", "# not grub2-mkconfig\ntrue\n")),
        Raises("VD9009", "a copy of a command line", Sound.Lines("COPY overlay/cmdline /etc/kernel/cmdline")),

        Raises("VD9010", "firewall-cmd", Sound.Lines("RUN firewall-cmd --permanent --add-service=ssh")),
        Spares("VD9010", "firewall-offline-cmd", Sound.Lines("RUN firewall-offline-cmd --add-service=ssh")),

        Raises("VD9011", "a start in the build", Sound.Lines("RUN systemctl enable --now sshd")),
        Raises("VD9011", "a reload in the build", Sound.Lines("RUN systemctl daemon-reload")),
        Spares("VD9011", "an enabled unit", Sound.Lines("RUN systemctl enable sshd")),

        Raises("VD9012", "chcon", Sound.Lines("RUN chcon -t bin_t /usr/bin/a")),
        Spares("VD9012", "semanage", Sound.Lines("RUN semanage fcontext -a -t bin_t /usr/bin/a")),

        Raises("VD9013", "useradd", Sound.Lines("RUN useradd own")),
        Spares("VD9013", "systemd-sysusers", Sound.Lines("RUN systemd-sysusers")),

        Raises("VD9014", "USER", Sound.Lines("USER 1000")),
        Spares("VD9014", "RUN in a folder", Sound.Lines("RUN cd /usr && true")),

        Raises("VD9015", "chpasswd", Sound.Lines("RUN echo root:secret | chpasswd")),
        Spares("VD9015", "a locked password", Sound.Lines("RUN passwd -l own")),

        Raises("VD9016", "a host name by RUN", Sound.Lines("RUN echo host > /etc/hostname")),
        Spares("VD9016", "another file", Sound.Lines("RUN echo host > /etc/hostname.d")),
        Spares("VD9016", "a host name by COPY", Sound.Lines("COPY overlay/hostname /etc/hostname")),

        Raises("VD9017", "a script from the network", Sound.Lines("RUN curl -fsSL https://example.org/install | bash")),
        Raises("VD9017", "the same in a script", Sound.Run("a.sh"), File("scripts/a.sh", "wget -qO- https://example.org/install | sudo sh\n")),
        Spares("VD9017", "a download that is checked", Sound.Lines("RUN curl -o /tmp/a https://example.org/a && sha256sum -c a.sum")),
        Raises("VD9017", "a script in the shell's words", Sound.Lines("RUN bash -c \"$(curl -fsSL https://example.org/install)\"")),
        Raises("VD9017", "a script as a file", Sound.Lines("RUN bash <(curl -fsSL https://example.org/install)")),
        Raises("VD9017", "a script behind options of sudo", Sound.Lines("RUN curl -fsSL https://example.org/install | sudo -E /bin/bash -")),

        Raises("VD9018", "a removed machine id", Sound.Lines("RUN rm -f /etc/machine-id")),
        Raises("VD9018", "a machine id of the overlay", Sound, Files("overlay/etc/machine-id")),
        Spares("VD9018", "another file removed", Sound.Lines("RUN rm -f /etc/own")),
        Raises("VD9018", "a machine id that is written", Sound.Lines("RUN echo uninitialized > /etc/machine-id")),
        Raises("VD9018", "a machine id that is copied", Sound.Lines("COPY overlay/id /etc/machine-id")),
        Spares("VD9018", "a machine id that is emptied", Sound.Lines("RUN : > /etc/machine-id && truncate -s 0 /etc/machine-id && echo -n \"\" > /etc/machine-id")),

        Raises("VD9019", "a removed /var", Sound.Lines("RUN rm -rf /var/")),
        Spares("VD9019", "an emptied folder", Sound.Lines("RUN rm -rf /var/cache/own")),

        Raises("VD9020", "a theme without a new initramfs", Sound.Lines("RUN plymouth-set-default-theme spinner")),
        Raises("VD9020", "dracut settings without a new initramfs", Sound, Files("overlay/usr/lib/dracut/dracut.conf.d/a.conf")),
        Spares("VD9020", "a theme with a new initramfs", Sound.Lines("RUN plymouth-set-default-theme spinner && dracut --force")),

        Raises("VD9021", "semodule with a reload", Sound.Lines("RUN semodule -i own.pp")),
        Spares("VD9021", "semodule with options that a variable holds", Sound.Run("a.sh"), File("scripts/a.sh", "semodule \"${options[@]}\" -i \"$work/own.pp\"\n")),
        Spares("VD9021", "semodule without one", Sound.Lines("RUN semodule -n -i own.pp")),

        Raises("VD9022", "a label that hides bootc", Sound.Lines("LABEL a=b containers.bootc=0")),
        Spares("VD9022", "a label of one's own", Sound.Lines("LABEL org.example=1 containers.bootc=1")),
        Raises("VD9022", "the old form", Sound.Lines("LABEL containers.bootc 0")),
        Raises("VD9022", "the old form in quotes", Sound.Lines("label \"containers.bootc\"  \"0\"")),
        Raises("VD9022", "a label over several lines", Sound.Lines("LABEL a=b \\\n# c\n\n  containers.bootc=0")),
        Raises("VD9022", "a name that a backslash parts", Sound.Lines("LABEL containers.bo\\\notc=0")),
        Raises("VD9022", "a name with a backslash", Sound.Lines("LABEL 'x y'=z containers\\.bootc=0")),
        Raises("VD9022", "a word that the builders do not take", Sound.Lines("LABEL containers.bootc=true")),
        Raises("VD9022", "the older label", Sound.Lines("LABEL ostree.bootable=false")),
        Spares("VD9022", "the name inside another value", Sound.Lines("LABEL a=\"b containers.bootc=0\" c='containers.bootc=0'")),
        Spares("VD9022", "the value in quotes", Sound.Lines("LABEL \"containers.bootc\"='1' ostree.bootable=true")),

        Raises("VD9023", "a policy compiled without its compiler", Sound.Lines("RUN checkmodule -M -m -o a.mod a.te")),
        Raises("VD9023", "git in a script", Sound.Run("a.sh"), File("scripts/a.sh", "git clone https://example.org/a\n")),
        Spares("VD9023", "a policy compiled with its compiler", Sound.Install("checkpolicy").Lines("RUN checkmodule -M -m -o a.mod a.te")),
        Spares("VD9023", "a program that the script looks for first", Sound.Run("a.sh"), File("scripts/a.sh", "if command -v dconf > /dev/null; then\n  dconf update\nfi\n")),
        Spares("VD9023", "git that the script installs", Sound.Run("a.sh"), File("scripts/a.sh", "dnf -y install git\ngit clone https://example.org/a\n")),

        Raises("VD9024", "a file in /usr/etc", Sound.Lines("RUN cp a.conf /usr/etc/a.conf")),
        Raises("VD9024", "output into /usr/etc", Sound.Lines("RUN echo a > /usr/etc/a.conf")),
        Raises("VD9024", "a folder in place of /var/run", Sound.Lines("RUN mkdir /var/run")),
        Spares("VD9024", "a file in /etc", Sound.Lines("RUN cp /usr/etc/a.conf /etc/a.conf")),
        Raises("VD9024", "a copy into /usr/etc", Sound.Lines("COPY overlay/a /usr/etc/a")),
        Raises("VD9024", "a copy as a list", Sound.Lines("COPY [\"overlay/a b\", \"/usr/etc\"]")),
        Raises("VD9024", "a download into /usr/etc", Sound.Lines("ADD https://example.org/a /usr/etc/a")),
        Spares("VD9024", "a copy from /usr/etc", Sound.Lines("COPY --from=quay.io/example/a /usr/etc/a /etc/a")),

        Raises("VD9025", "a file in /boot", Sound.Lines("RUN install -D a.cfg /boot/a.cfg")),
        Raises("VD9025", "a file in /run", Sound.Lines("RUN touch /run/own")),
        Spares("VD9025", "a file in /usr", Sound.Lines("RUN touch /usr/own")),
        Raises("VD9025", "a copy into /boot", Sound.Lines("COPY overlay/a /boot/")),
        Raises("VD9025", "a copy behind the link", Sound.Lines("COPY overlay/a /var/run/a")),
        Spares("VD9025", "the null device", Sound.Lines("RUN ls /boot > /dev/null 2>&1")),

        Raises("VD9026", "a kernel in a script", Sound.Run("a.sh"), File("scripts/a.sh", "dnf -y install kernel-modules-extra\n")),
        Spares("VD9026", "a package in a script", Sound.Run("a.sh"), File("scripts/a.sh", "dnf -y install tmux\n")),

        Raises("VD9027", "another id", Sound.Lines("RUN sed -i s/^ID=.*/ID=own/ /usr/lib/os-release")),
        Raises("VD9027", "another version", Sound.Lines("RUN echo VERSION_ID=1.2.3 >> /usr/lib/os-release")),
        Spares("VD9027", "another name", Sound.Lines("RUN sed -i s/^NAME=.*/NAME=Own/ /usr/lib/os-release")),

        Raises("VD9028", "no repositories for the ISO", Iso.Lines("RUN rm -f /etc/yum.repos.d/*.repo")),
        Spares("VD9028", "no repositories for a disk image", Sound.Lines("RUN rm -f /etc/yum.repos.d/*.repo")),
        Spares("VD9028", "one repository less", Iso.Lines("RUN rm -f /etc/yum.repos.d/own.repo")),

        Raises("VD9029", "COPY without a target", Sound.Lines("COPY overlay/a")),
        Raises("VD9029", "COPY of one path in a list", Sound.Lines("COPY [\"overlay/a\"]")),
        Raises("VD9029", "COPY of a path with a blank", Sound.Lines("COPY \"overlay/a b\" /usr/a")),
        Raises("VD9029", "a label without a value", Sound.Lines("LABEL containers.bootc")),
        Raises("VD9029", "a label with a word too much", Sound.Lines("LABEL a=b c")),
        Raises("VD9029", "a quote without an end", Sound.Lines("LABEL a=\"b")),
        Raises("VD9029", "an environment without a value", Sound.Lines("ENV A")),
        Raises("VD9029", "RUN alone", Sound.Lines("RUN")),
        Raises("VD9029", "ARG alone", Sound.Lines("ARG")),
        Raises("VD9029", "a mode that is no number", Sound.Lines("COPY --chmod=zz overlay/a /usr/a")),
        Raises("VD9029", "a mount of an unknown type", Sound.Lines("RUN --mount=type=volume,target=/a true")),
        Raises("VD9029", "a mount of a secret without its id", Sound.Lines("RUN --mount=type=secret true")),
        Raises("VD9029", "a shell that is no list", Sound.Lines("SHELL bash")),
        Spares("VD9029", "a mount with a variable", Sound.Lines("RUN --mount=type=$TYPE,target=$TARGET true")),
        Spares("VD9029", "what buildah takes", Sound.Lines("LABEL a b c=d\nLABEL a=\"b c\" d='e'\nENV A b\nARG A\nARG A=b C=d\nCOPY [\"a b\", \"/c\"]\nCOPY 'a' /c\nCMD\nRUN echo \"x\"")),

        Raises("VD9030", "dnf that asks", Sound.Lines("RUN dnf install htop")),
        Raises("VD9030", "dnf5 with options that asks", Sound.Lines("RUN dnf5 --setopt=install_weak_deps=False install htop && dnf5 -y clean all")),
        Raises("VD9030", "dnf that asks before it removes", Sound.Lines("RUN set -e; dnf remove htop")),
        Raises("VD9030", "dnf that asks for a group", Sound.Lines("RUN dnf group install core")),
        Raises("VD9030", "dnf that asks whether it may trust a project", Sound.Lines("RUN dnf copr enable own/project")),
        Raises("VD9030", "dnf that asks in a script", Sound.Run("a.sh"), File("scripts/a.sh", "#!/bin/bash\nif true; then\n  sudo dnf upgrade htop\nfi\n")),
        Raises("VD9030", "dnf that asks in a shell", Sound.Lines("RUN [\"bash\", \"-c\", \"dnf install htop\"]")),
        Spares("VD9030", "dnf with an answer", Sound.Lines("RUN dnf -y install a && dnf install -y b && dnf --assumeyes install c && dnf -qy install d && dnf install --setopt=assumeyes=1 e")),
        Spares("VD9030", "dnf with an answer in a variable", Sound.Lines("RUN dnf $OPTIONS install a")),
        Spares("VD9030", "dnf that is answered", Sound.Lines("RUN yes | dnf install a")),
        Spares("VD9030", "dnf that does not ask", Sound.Lines("RUN dnf makecache && dnf clean all && dnf list install && dnf copr disable own/project && dnf group list && dnf config-manager setopt a.enabled=1 && dnf repoquery --whatprovides install && dnf download a")),
        Spares("VD9030", "dnf whose settings answer", Sound.Run("a.sh"), File("scripts/a.sh", "echo assumeyes=True >> /etc/dnf/dnf.conf\ndnf install a\n")),
        Spares("VD9030", "dnf that may fail", Sound.Lines("RUN dnf remove a || true")),
        Spares("VD9030", "words about dnf", Sound.Run("a.sh"), File("scripts/a.sh", "echo \"first; dnf install a\"\ncat > /usr/share/a <<'EOF'\ndnf install b\nEOF\n# dnf install c\n")),

        Raises("VD9031", "a file that is not there", Sound.Lines("COPY files/a /usr/bin/a")),
        Raises("VD9031", "a file of the overlay that is not there", Sound.Lines("COPY overlay/usr/bin/b /usr/bin/a"), Files("overlay/usr/bin/a")),
        Raises("VD9031", "a file that is left out", ContentFields.Exclude.Add(Sound, RelativePath.Parse("usr/bin/a")).Lines("COPY overlay/usr/bin/a /usr/bin/a"), Files("overlay/usr/bin/a")),
        Raises("VD9031", "a folder above the bundle", Sound.Lines("COPY ../own /usr/bin/own")),
        Raises("VD9031", "the second of two files", Sound.Lines("ADD [\"overlay/a\", \"overlay/b\", \"/usr/share/\"]"), Files("overlay/a")),
        Raises("VD9031", "a stage that is not there", Sound.Lines("COPY --from=builder /a /usr/bin/a")),
        Raises("VD9031", "the number of a stage", Sound.Lines("COPY --from=1 /a /usr/bin/a")),
        Raises("VD9031", "a mount of what is not there", Sound.Lines("RUN --mount=type=bind,source=ctx,target=/ctx /ctx/build.sh")),
        Raises("VD9031", "a mount of a stage that is not there", Sound.Lines("RUN --mount=type=bind,from=ctx,target=/ctx /ctx/build.sh")),
        Spares("VD9031", "files that are there", Sound.Lines("COPY overlay/usr/bin/a /usr/bin/a\nCOPY ./scripts /usr/share/own/\nADD /assets/b*.png assets/$C /usr/share/\nCOPY README.md docs build/ /usr/share/\nCOPY . /usr/share/own"), Files("overlay/usr/bin/a", "scripts/a.sh", "assets/b.png")),
        Spares("VD9031", "a stage of one's own, which has a rule of its own", Sound.Lines("FROM quay.io/example/a AS own\nCOPY --from=own /a /usr/bin/a\nCOPY --from=1 /b /usr/bin/b")),
        Spares("VD9031", "files of an image", Sound.Lines("COPY --from=quay.io/example/a /a /usr/bin/a\nCOPY --from=alpine /b /usr/bin/b\nCOPY --from=example/c:1 /c /usr/bin/c\nRUN --mount=type=bind,from=ghcr.io/example/a,target=/a cp /a/b /usr")),
        Spares("VD9031", "a download", Sound.Lines("ADD https://example.org/a /usr/share/a")),
        Spares("VD9031", "a cache, and a mount of the whole bundle", Sound.Lines("RUN --mount=type=cache,target=/var/cache/libdnf5 --mount=type=bind,target=/ctx true")),
        Spares("VD9031", "a generated file", Sound.Argument("quiet").Lines("COPY rootfs/usr/lib/bootc /usr/share/own")),

        Raises("VD9032", "an open quote", Sound.Lines("RUN echo \"a")),
        Raises("VD9032", "a block without its end", Sound.Lines("RUN if true; then \\\n  echo a")),
        Raises("VD9032", "a loop without its body", Sound.Lines("RUN for a in 1 2; echo $a; done")),
        Raises("VD9032", "nothing behind the last sign", Sound.Lines("RUN true && \\\n# the end\n  && true")),
        Raises("VD9032", "a bracket without its end", Sound.Lines("RUN --mount=type=cache,target=/var/cache/libdnf5 (cd /tmp && ls")),
        Raises("VD9032", "the same in a list", Sound.Lines("RUN [\"/bin/bash\", \"-c\", \"if true\"]")),
        Raises("VD9032", "a script with an open block", Sound.Run("a.sh"), File("scripts/a.sh", "#!/bin/bash\nif true; then\n  echo a\n")),
        Spares("VD9032", "what bash takes", Sound.Lines("RUN set -eux; \\\n  # it's a comment\n  for a in 1 2; do echo \"it's $a\"; done; \\\n  if [ -e /a ]; then :; fi && echo 'say \"hi\"'\nRUN echo a # it's\nRUN [\"echo\", \"it's\"]\nRUN [ -e /a ] || true")),
        Spares("VD9032", "a heredoc, which has a rule of its own", Sound.Lines("RUN cat > /etc/a <<'EOF'\nEOF")),
        Spares("VD9032", "another shell", Sound.Lines("SHELL [\"/usr/bin/fish\", \"-c\"]\nRUN if true; echo a; end")),
        Spares("VD9032", "a script that bash takes", Sound.Run("a.sh"), File("scripts/a.sh", "#!/bin/bash\ncat <<EOF\nit's\nEOF\ncase $1 in\n  a) echo b ;;\n  *) exit 1 ;;\nesac\n")),
    ];
}
