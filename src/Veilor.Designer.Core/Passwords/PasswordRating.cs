namespace Veilor.Designer.Core.Passwords;

/// <summary>How long a password is likely to hold against someone who has its hash.</summary>
public enum PasswordRating
{
    /// <summary>Found at once.</summary>
    VeryWeak,

    /// <summary>Found within hours or days.</summary>
    Weak,

    /// <summary>Holds against chance, not against effort.</summary>
    Fair,

    /// <summary>Not worth the effort.</summary>
    Strong,
}
