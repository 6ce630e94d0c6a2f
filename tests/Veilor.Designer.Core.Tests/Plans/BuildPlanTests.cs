using Veilor.Designer.Core.Booting;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Plans;
using Veilor.Designer.Core.Tests.Validation;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Tests.Plans;

public sealed class BuildPlanTests
{
    private static readonly BuildHost Root = new(RootAccess.IsRoot, "/srv/storage", 0, 0);
    private static readonly BuildHost Sudo = Root with { Root = RootAccess.Sudo, UserId = 1000, GroupId = 1001 };
    private static readonly BuildHost Terminal = Sudo with { Root = RootAccess.Terminal };

    private static ImageDesign Design => Designs.Sound.Types(ImageType.Ova, ImageType.Qcow2, ImageType.AnacondaIso);

    private static BuildChoices Everything => new() { ImageTypes = Design.Outputs.ImageTypes, Push = true, Sign = true };

    [Fact]
    public void As_root_nothing_is_copied_and_nothing_goes_through_sudo()
    {
        var plan = BuildPlanner.Plan(Design, Everything, Root);
        Assert.Equal(["build", "lint", "smoke", "qcow2-ova", "anaconda-iso", "image", "packages", "push", "sign"], plan.Steps.Select(step => step.Id), StringComparer.Ordinal);
        Assert.DoesNotContain(plan.Steps, step => step.Command == "sudo");
        Assert.Contains("/srv/storage:/var/lib/containers/storage", plan.Steps[3].Arguments, StringComparer.Ordinal);
    }

    [Fact]
    public void Without_root_the_image_is_copied_to_roots_storage_and_the_results_come_back()
    {
        var plan = BuildPlanner.Plan(Design, Everything, Sudo);
        Assert.Equal(["save", "load", "qcow2-ova", "anaconda-iso", "own"], plan.Steps.Skip(3).Take(5).Select(step => step.Id), StringComparer.Ordinal);
        Assert.Equal("sudo -n podman load --input ../image.oci.tar", plan.Steps[4].CommandLine);
        Assert.Equal("sudo -n chown -R 1000:1001 ../artifacts", plan.Steps[7].CommandLine);
        Assert.True(plan.Steps[5] is { UsesSudo: true, IsPodman: true, ContainerName: not null });
        Assert.False(plan.Steps[0].UsesSudo);
    }

    [Fact]
    public void A_build_in_roots_storage_runs_every_podman_by_sudo_and_copies_nothing()
    {
        var plan = BuildPlanner.Plan(Design, Everything with { BuildAsRoot = true }, Sudo);
        Assert.DoesNotContain(plan.Steps, step => step.Id is "save" or "load");
        Assert.All(plan.Steps.Where(step => step.Command != "cosign"), step => Assert.StartsWith("sudo -n ", step.CommandLine, StringComparison.Ordinal));
    }

    [Fact]
    public void Where_sudo_wants_a_password_a_person_gets_all_commands_at_once()
    {
        var step = BuildPlanner.Plan(Design, Everything, Terminal).Steps.Single(step => step.IsForTerminal);
        Assert.Equal("podman save --format oci-archive ghcr.io/example/image:latest | sudo podman load", step.TerminalCommands[0]);
        Assert.Equal(2, step.TerminalCommands.Count(command => command.StartsWith("sudo podman run --rm --privileged", StringComparison.Ordinal)));
        Assert.Equal("sudo chown -R 1000:1001 ../artifacts", step.TerminalCommands[^2]);
        Assert.Equal($"touch {step.Produces}", step.TerminalCommands[^1]);
        Assert.False(step.UsesSudo);
    }

    [Fact]
    public void Booting_comes_after_the_manifest_and_before_the_push_with_one_disk_and_the_iso()
    {
        var plan = BuildPlanner.Plan(Design, Everything with { Boot = true, BootTimeLimit = TimeSpan.FromSeconds(9) }, Root);
        Assert.Equal(["packages", "boot-disk", "boot-iso", "push"], plan.Steps.Skip(6).Take(4).Select(step => step.Id), StringComparer.Ordinal);
        Assert.Equal("file=../artifacts/FILE-OF-THIS-BUILD.qcow2,format=qcow2,if=virtio,snapshot=on", plan.Steps[7].Arguments[^1]);
        Assert.Equal((BootMedium.Disk, TimeSpan.FromSeconds(9)), (plan.Steps[7].Boot!.Medium, plan.Steps[7].Boot!.TimeLimit));
        Assert.False(plan.Steps[7].UsesSudo);
        Assert.DoesNotContain(BuildPlanner.Plan(Design, Everything with { Boot = true, ImageTypes = [ImageType.Ova] }, Root).Steps, step => step.Kind == StepKind.Boot);
    }

    [Fact]
    public void A_boot_alone_has_one_step_and_waits_longer_without_kvm()
    {
        var slow = BuildPlanner.Boot(Design, "/srv/a.iso", Root).Steps.Single();
        var quick = BuildPlanner.Boot(Design, "/srv/a.iso", Root with { Machine = Root.Machine with { HasKvm = true } }).Steps.Single();
        Assert.Equal(BootMedium.Iso, slow.Boot!.Medium);
        Assert.True(slow.Boot.TimeLimit > quick.Boot!.TimeLimit);
    }

    [Fact]
    public void Image_builder_makes_one_type_a_run()
    {
        var design = DeliveryFields.Builder.Set(Design, BuilderKind.ImageBuilder);
        var plan = BuildPlanner.Plan(design, Everything, Root);
        Assert.Equal(["qcow2", "anaconda-iso", "ova"], plan.Steps.Where(step => step.Kind == StepKind.Artifact).Select(step => step.Id), StringComparer.Ordinal);
        Assert.EndsWith(
            "image-builder-cli:latest build --bootc-ref ghcr.io/example/image:latest --bootc-default-fs btrfs --blueprint /config.toml qcow2",
            plan.Steps.First(step => step.Id == "qcow2").CommandLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BuilderKind.BootcImageBuilder, "bootc-image-builder --config build/disk-config.toml --output ../artifacts --store /var/cache/bootc-image-builder/store --rpmmd /var/cache/bootc-image-builder/rpmmd --type qcow2 --rootfs btrfs ghcr.io/example/image:latest")]
    [InlineData(BuilderKind.ImageBuilder, "image-builder build --bootc-ref ghcr.io/example/image:latest --bootc-default-fs btrfs --blueprint build/disk-config.toml --output-dir ../artifacts qcow2")]
    public void An_installed_builder_is_told_what_its_container_knows(BuilderKind builder, string command)
    {
        var design = DeliveryFields.Builder.Set(Designs.Sound, builder);
        var choices = new BuildChoices { ImageTypes = [ImageType.Qcow2], BuilderForm = BuilderForm.Installed };
        Assert.Equal(command, BuildPlanner.Plan(design, choices, Root).Steps.Single(step => step.Kind == StepKind.Artifact).CommandLine);
        Assert.Equal("sudo -n " + command, BuildPlanner.Plan(design, choices, Sudo).Steps.Single(step => step.Kind == StepKind.Artifact).CommandLine);
    }

    [Theory]
    [InlineData(BuilderKind.BootcImageBuilder, ImageType.BootcInstaller, "bootc-image-builder:latest --type bootc-installer --rootfs btrfs --installer-payload-ref ghcr.io/example/image:latest quay.io/example/installer:1")]
    [InlineData(BuilderKind.ImageBuilder, ImageType.BootcInstaller, "image-builder-cli:latest build --bootc-ref quay.io/example/installer:1 --bootc-installer-payload-ref ghcr.io/example/image:latest --bootc-default-fs btrfs --blueprint /config.toml bootc-installer")]
    [InlineData(BuilderKind.ImageBuilder, ImageType.BootcGenericIso, "image-builder-cli:latest build --bootc-ref quay.io/example/installer:1 --bootc-default-fs btrfs bootc-generic-iso")]
    public void An_installer_container_is_fetched_and_takes_the_place_of_the_image(BuilderKind builder, ImageType type, string command)
    {
        var design = DeliveryFields.InstallerImage.Set(DeliveryFields.Builder.Set(Designs.Sound.Types(type), builder), ImageReference.Parse("quay.io/example/installer:1"));
        var choices = new BuildChoices { ImageTypes = [type], Boot = true };
        var steps = BuildPlanner.Plan(design, choices, Root).Steps;

        Assert.EndsWith(command, steps.Single(step => step.Kind == StepKind.Artifact).CommandLine, StringComparison.Ordinal);
        Assert.Equal("podman run --rm --pull=missing --network=none --entrypoint true quay.io/example/installer:1", steps.Single(step => step.Id == "installer").CommandLine);
        Assert.Single(steps, step => step.Id == "boot-iso");
        Assert.Contains("sudo podman run --rm --pull=missing", string.Join('\n', BuildPlanner.Plan(design, choices, Terminal).Steps.SelectMany(step => step.TerminalCommands)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1:5000/team/image", "podman push --tls-verify=false --compression-format=zstd --digestfile ../artifacts/pushed-digest 127.0.0.1:5000/team/image:latest")]
    [InlineData("localhost:5000/image", "podman push --tls-verify=false --compression-format=zstd --digestfile ../artifacts/pushed-digest localhost:5000/image:latest")]
    [InlineData("quay.io/team/image", "podman push --compression-format=zstd --digestfile ../artifacts/pushed-digest quay.io/team/image:latest")]
    [InlineData("127.example.org/team/image", "podman push --compression-format=zstd --digestfile ../artifacts/pushed-digest 127.example.org/team/image:latest")]
    public void Only_a_registry_on_this_machine_is_spoken_to_without_TLS(string repository, string command)
    {
        var design = Design with { Publish = new PublishSection { Repository = ImageReference.Parse(repository) } };
        var plan = BuildPlanner.Plan(design, Everything, Root);
        Assert.Equal(command, plan.Steps.Single(step => step.Id == "push").CommandLine);
        Assert.Equal(command.Contains("--tls-verify=false", StringComparison.Ordinal), plan.Steps.Single(step => step.Id == "sign").Arguments.Contains("--allow-http-registry", StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(PushCompression.Gzip, "--compression-format=gzip")]
    [InlineData(PushCompression.Zstd, "--compression-format=zstd")]
    [InlineData(PushCompression.ZstdChunked, "--compression-format=zstd:chunked")]
    public void The_push_compresses_as_the_design_says(PushCompression compression, string argument)
    {
        var design = Design with { Publish = new PublishSection { Repository = ImageReference.Parse("quay.io/team/image"), Compression = compression } };
        Assert.Contains(argument, BuildPlanner.Plan(design, Everything, Root).Steps.Single(step => step.Id == "push").Arguments);
    }

    [Fact]
    public void What_was_chosen_is_read_back_from_the_steps()
    {
        BuildChoices[] all =
        [
            BuildChoices.ImageOnly,
            Everything with { SigningKey = "/keys/cosign.key", Boot = true },
            new() { ImageTypes = [ImageType.AnacondaIso], BuilderForm = BuilderForm.Installed, Smoke = false },
            new() { ImageTypes = [ImageType.Qcow2], BuildAsRoot = true },
        ];
        foreach (var host in (BuildHost[])[Root, Sudo, Terminal])
        {
            foreach (var choices in all)
            {
                var read = BuildChoices.Of([.. BuildPlanner.Plan(Design, choices, host).Steps]);
                Assert.Equal(
                    choices with
                    {
                        ImageTypes = choices.ImageTypes.Order().ToEquatableArray(),
                        SigningKey = choices.Sign ? choices.SigningKey : "",
                        BuildAsRoot = choices.BuildAsRoot && host.Root == RootAccess.Sudo,
                    },
                    read);
            }
        }
    }

    [Fact]
    public void Without_a_registry_nothing_is_pushed()
    {
        var design = Design with { Publish = new PublishSection() };
        Assert.DoesNotContain(BuildPlanner.Plan(design, Everything, Root).Steps, step => step.Id is "push" or "sign");
    }
}
