namespace Veilor.Designer.Core.Design;

/// <summary>How LUKS2 makes a key of the passphrase.</summary>
public enum LuksKeyDerivation
{
    /// <summary>Hard on memory; not usable in FIPS mode.</summary>
    Argon2id,

    Pbkdf2,
}
