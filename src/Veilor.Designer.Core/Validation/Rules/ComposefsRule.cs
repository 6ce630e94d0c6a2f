using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Diagnostics;

namespace Veilor.Designer.Core.Validation.Rules;

/// <summary>bootc container lint (baseimage-composefs) warns; without composefs the files of the image can be changed on the machine (ostree-prepare-root(1)).</summary>
public sealed class ComposefsRule() : DesignRule("VD7031", DiagnosticSeverity.Warning, "The image gives composefs up")
{
    private static readonly string[] Files = ["usr/lib/ostree/prepare-root.conf", "etc/ostree/prepare-root.conf"];

    public override IEnumerable<Diagnostic> Check(RuleInput input) =>
        Files.Select(path => (Path: path, File: input.Content.Find(DesignContent.OverlayFolder + path)))
            .Where(each => each.File is not null && !UnitFile.Parse(each.File.ReadableText()).Values("composefs", "enabled").Any(value => value is "yes" or "true" or "1" or "signed" or "verity"))
            .Select(each => ReportFile(each.Path, $"overlay/{each.Path} does not switch composefs on: bootc container lint warns, and programs with root's rights can change the image on the machine. Write [composefs] and enabled = yes."));
}
