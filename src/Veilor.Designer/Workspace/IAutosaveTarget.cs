using Veilor.Designer.Core.Design;

namespace Veilor.Designer.Workspace;

/// <summary>What <see cref="DesignAutosave"/> saves.</summary>
public interface IAutosaveTarget
{
    /// <summary>The design as it is now.</summary>
    ImageDesign Design { get; }

    SaveState SaveState { get; }

    /// <summary>Keeps the state of saving; tells nobody yet.</summary>
    /// <param name="status">The state.</param>
    /// <param name="written">The design that the file holds, when it is <see cref="SaveState.Saved"/>: a later one is unsaved still.</param>
    void SetSave(SaveStatus status, ImageDesign? written);

    /// <summary>Tells the subscribers; called without a lock.</summary>
    void NotifySaved();
}
