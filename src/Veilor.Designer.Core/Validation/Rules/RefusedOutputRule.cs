using System.Collections.Concurrent;
using Veilor.Designer.Core.Checking;
using Veilor.Designer.Core.Checking.BuilderConfig;
using Veilor.Designer.Core.Checking.Kickstart;
using Veilor.Designer.Core.Collections;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Generation;
using Veilor.Designer.Core.Generation.Documents;
using Veilor.Designer.Core.Plans;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>
/// The last look: the generated builder configs and kickstarts go through the checkers that tell what the real tools
/// say. A compilation asks it only when no other rule found an error, because each known reason has a rule of its own.
/// </summary>
public sealed class RefusedOutputRule() : DesignRule("VD8030", DiagnosticSeverity.Error, "A tool would refuse a generated file")
{
    private const int MostProblems = 5;

    private static readonly Remembered<DesignDocument, IReadOnlyList<KickstartProblem>> Fedora = new(document => KickstartChecker.Errors(document.Text, KickstartVersion.F43));

    private static readonly Remembered<DesignDocument, IReadOnlyList<KickstartProblem>> EnterpriseLinux = new(document => KickstartChecker.Errors(document.Text, KickstartVersion.Rhel10));

    private static readonly Remembered<DesignDocument, ConcurrentDictionary<BuilderConfigRequest, BuilderConfigReport>> Configs = new(_ => new());

    public override IEnumerable<Diagnostic> Check(RuleInput input)
    {
        var generated = new GenerationInput(input.Design, input.Content);
        return Check(input.Design, [.. new DiskConfigGenerator().Generate(generated), .. new IsoConfigGenerator().Generate(generated), .. new KickstartGenerator().Generate(generated)]);
    }

    /// <summary>What the tools would say to these documents of the design. A document that was seen before is not checked again.</summary>
    internal IEnumerable<Diagnostic> Check(ImageDesign design, IReadOnlyList<DesignDocument> documents)
    {
        foreach (var type in design.Outputs.ImageTypes)
        {
            if (BuilderCommand.ConfigPath(type) is { } path && Find(documents, path) is { } config && ReportOf(design, type, config) is { Verdict: CheckVerdict.Reject } report)
            {
                var name = DeliveryFields.ImageTypes.Codec.Format(type);
                yield return Report(OriginOf(config, report.ErrorLine, DeliveryFields.ImageTypes.PathOf(type)), $"{DeliveryFields.Builder.Codec.Format(design.Outputs.Builder)} would end at {config.Path} for {name}: {OwnKickstartRule.Say(report.ErrorLine > 0 ? report.ErrorLine : null, report.Error!)}");
            }
        }

        foreach (var script in new[] { design.MakesIso() ? BundlePaths.IsoKickstart : null, BundlePaths.InstallKickstart })
        {
            if (script is null || Find(documents, script) is not { } kickstart)
            {
                continue;
            }

            foreach (var problem in (design.IsEnterpriseLinux() ? EnterpriseLinux : Fedora).Of(kickstart).Where(problem => !OwnKickstartRule.IsMadeThere(problem)).Take(MostProblems))
            {
                yield return Report(OriginOf(kickstart, problem.Line ?? 0, DeliveryFields.InstallerMode.Path), $"The installer would end at {script}: {OwnKickstartRule.Say(problem.Line is > 0 ? problem.Line : null, problem.Message.Length > 0 ? problem.Message : problem.Text)}");
            }
        }
    }

    private static DesignDocument? Find(IReadOnlyList<DesignDocument> documents, string path)
    {
        foreach (var document in documents)
        {
            if (string.Equals(document.Path, path, StringComparison.Ordinal))
            {
                return document;
            }
        }

        return null;
    }

    /// <summary>os-release of the image is not known here, and has rules of its own; the request keeps the checker's defaults.</summary>
    private static BuilderConfigReport ReportOf(ImageDesign design, ImageType type, DesignDocument config)
    {
        var request = new BuilderConfigRequest
        {
            Text = "",
            Types = [DeliveryFields.ImageTypes.Codec.Format(type)],
            Rootfs = DeliveryFields.RootFileSystem.Codec.Format(design.Outputs.RootFileSystem),
            PayloadRef = design.InstallerOf(type) is null ? null : design.BuiltReference().ToString(),
            Builder = design.Outputs.Builder == BuilderKind.ImageBuilder ? BuilderFrontEnd.ImageBuilder : BuilderFrontEnd.BootcImageBuilder,
        };
        return Configs.Of(config).GetOrAdd(request, static (each, document) => BuilderConfigChecker.Judge(each with { Text = document.Text }), config);
    }

    private static FieldPath OriginOf(DesignDocument document, int line, FieldPath otherwise) =>
        line > 0 && line <= document.Lines.Count && document.Lines[line - 1].Origin is { Value: not null } origin && DesignFields.Find(origin) is not null ? origin : otherwise;
}
