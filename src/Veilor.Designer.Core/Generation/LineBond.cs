namespace Veilor.Designer.Core.Generation;

/// <summary>How a line belongs to the fields that it names.</summary>
public enum LineBond
{
    /// <summary>It says what they say, or was written for them.</summary>
    Carries,

    /// <summary>It is there because of them, and none of their values is in it: the step that rebuilds the initramfs.</summary>
    Follows,

    /// <summary>Many fields need it, and it says nothing of any: a function of a script that other lines call.</summary>
    Shared,

    /// <summary>It is there whatever the design says. The field is the nearest one.</summary>
    Fixed,
}
