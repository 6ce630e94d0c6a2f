using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Veilor.Designer.Components.Fields;
using Veilor.Designer.Core.Content;
using Veilor.Designer.Core.Editing;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Values;
using Veilor.Designer.Workspace;

namespace Veilor.Designer.Components.Editor.Sections;

/// <summary>The scripts of a design. They move within a moment and to another one by pointer, by keys and by a choice in their row.</summary>
public sealed partial class ScriptsSectionForm : ComponentBase, IAsyncDisposable
{
    private const string ModulePath = "./Components/Editor/Sections/ScriptsSectionForm.razor.js";

    private static readonly string[] Tops = [DesignContent.ScriptsFolder];

    private static readonly ScriptPhase[] Phases =
    [
        new(ContentFields.ScriptsBeforePackages, "Before the packages", "No script runs before the packages."),
        new(ContentFields.RunScripts, "After packages and files", "No script runs in the build. Upload one below, or make a new file, and choose its moment."),
        new(ContentFields.FirstBootScripts, "First boot", "No script runs on machines."),
    ];

    private readonly BrowserWatch<ScriptsSectionForm> _browser;
    private readonly Dictionary<string, RenderFragment<RelativePath>> _actions = new(StringComparer.Ordinal);
    private ElementReference _root;

    public ScriptsSectionForm() => _browser = new(this);

    [Inject]
    public required IJSRuntime Script { get; init; }

    [CascadingParameter]
    public required IDesignEditor Editor { get; set; }

    private string[] Names =>
        [.. Editor.Compiled.Content.Below(DesignContent.ScriptsFolder).Select(file => file.Path[DesignContent.ScriptsFolder.Length..])];

    /// <summary>The files that no list names.</summary>
    private List<RelativePath> Idle
    {
        get
        {
            var named = Phases.SelectMany(phase => phase.Field.Get(Editor.Design)).ToHashSet();
            return [.. Names.Select(name => RelativePath.TryParse(name, out var path, out _) ? path : null).OfType<RelativePath>().Where(path => !named.Contains(path))];
        }
    }

    /// <summary>Called by the browser when a row was dragged to a place.</summary>
    /// <param name="script">The script.</param>
    /// <param name="from">The path of the list that it came from.</param>
    /// <param name="to">The path of the list that it goes to; that of no list takes it out.</param>
    /// <param name="index">Its place there, counted without itself.</param>
    [JSInvokable]
    public void Drop(string script, string from, string to, int index)
    {
        if (RelativePath.TryParse(script, out var path, out _))
        {
            Place(path, FieldOf(from), FieldOf(to), index);
        }
    }

    public ValueTask DisposeAsync() => _browser.DisposeAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _browser.StartAsync(Script, ModulePath, "watchRows", _root);
        }
    }

    private static ListField<RelativePath>? FieldOf(string path) =>
        Array.Find(Phases, phase => string.Equals(phase.Field.Path.Value, path, StringComparison.Ordinal))?.Field;

    private RenderFragment<RelativePath> Actions(ListField<RelativePath> field)
    {
        if (!_actions.TryGetValue(field.Path.Value, out var actions))
        {
            actions = script => builder =>
            {
                builder.OpenComponent<ScriptMoment>(0);
                builder.AddComponentParameter(1, nameof(ScriptMoment.Script), script);
                builder.AddComponentParameter(2, nameof(ScriptMoment.Phases), Phases);
                builder.AddComponentParameter(3, nameof(ScriptMoment.Chosen), field);
                builder.AddComponentParameter(4, nameof(ScriptMoment.OnChoose), (Func<ListField<RelativePath>?, Task>)(to => ChooseAsync(script, field, to)));
                builder.CloseComponent();
            };
            _actions.Add(field.Path.Value, actions);
        }

        return actions;
    }

    /// <summary>Moves a script to another moment; its choice there has the keyboard.</summary>
    private async Task ChooseAsync(RelativePath script, ListField<RelativePath>? from, ListField<RelativePath>? to)
    {
        Place(script, from, to, null);
        await Script.FocusFieldAsync(ScriptMoment.IdOf(to, script));
    }

    /// <summary>Moves a script to a list and a place in it, as one step of undo.</summary>
    private void Place(RelativePath script, ListField<RelativePath>? from, ListField<RelativePath>? to, int? index)
    {
        if (from is null && to is null)
        {
            return;
        }

        var phase = Array.Find(Phases, each => ReferenceEquals(each.Field, to));
        var label = to is null ? $"do not run script {script}"
            : ReferenceEquals(from, to) ? $"move script {script}"
            : $"run script {script}: {EditLabels.LowerFirst(phase!.Title)}";
        Editor.Apply(new DesignEdit((to ?? from!).PathOf(script), label, design =>
        {
            design = from is null ? design : from.Remove(design, script);
            if (to is null || to.Contains(design, script))
            {
                return design;
            }

            var items = to.Get(design);
            return to.Set(design, items.Insert(Math.Clamp(index ?? items.Count, 0, items.Count), script));
        }));
    }
}
