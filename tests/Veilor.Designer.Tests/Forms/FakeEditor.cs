using Veilor.Designer.Core.Compilation;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Diagnostics;
using Veilor.Designer.Core.Editing;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Tests.Forms;

/// <summary>An editor without a disk: the real history and the real compiler, and diagnostics that a test may add.</summary>
internal sealed class FakeEditor(ImageDesign design) : IDesignEditor
{
    private DesignHistory _history = DesignHistory.Start(design);
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Called after every edit.</summary>
    public Action? OnChange { get; set; }

    public FieldDrafts Drafts { get; } = new();

    public string Slug => "design";

    /// <summary>A place that no test of a form without files writes to.</summary>
    public FileStash Files { get; } = new(Path.Combine(Path.GetTempPath(), "veilor-no-files"));

    public ImageDesign Design => _history.Current;

    public CompiledDesign Compiled
    {
        get
        {
            var compiled = DesignCompiler.Compile(Design, DesignContent.Empty);
            return compiled with { Diagnostics = [.. compiled.Diagnostics, .. Extra(Design)] };
        }
    }

    /// <summary>Diagnostics besides those of the rules.</summary>
    public Func<ImageDesign, IEnumerable<Diagnostic>> Extra { get; set; } = _ => [];

    /// <summary>What undo would take back.</summary>
    public string? UndoLabel => _history.NextUndo?.Label;

    public string? UndoPath => _history.NextUndo?.Path.Value;

    public void Apply(DesignEdit edit)
    {
        _now += TimeSpan.FromMilliseconds(100);
        _history = _history.Apply(edit, "test", _now);
        OnChange?.Invoke();
    }

    public void Undo()
    {
        _history = _history.Undo();
        OnChange?.Invoke();
    }
}
