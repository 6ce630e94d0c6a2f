namespace Veilor.Designer.Core.Passwords;

/// <summary>What makes a password cheaper to guess than its length says.</summary>
[Flags]
internal enum PasswordPatterns
{
    None = 0,

    /// <summary>Characters that repeat or continue the one before.</summary>
    Sequence = 1,

    /// <summary>Neighbours on a keyboard.</summary>
    Keyboard = 2,

    /// <summary>A word that passwords are often made of.</summary>
    Word = 4,

    /// <summary>A name that stands beside the password.</summary>
    Own = 8,

    /// <summary>The same several times.</summary>
    Repetition = 16,
}
