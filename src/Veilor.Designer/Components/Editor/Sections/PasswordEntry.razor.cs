using System.Security.Cryptography;
using Microsoft.AspNetCore.Components;
using Veilor.Designer.Core.Passwords;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Components.Editor.Sections;

/// <summary>Takes a password and gives its hash away. The text lives in this component from the first key to the button and nowhere else.</summary>
public sealed partial class PasswordEntry : ComponentBase, IDisposable
{
    /// <summary>Twenty times the default of sha512crypt: about a fifth of a second here and at each login.</summary>
    private const int Rounds = 100_000;

    private string _text = "";
    private string _strength = "";
    private string? _error;
    private bool _isHashing;

    /// <summary>The path of the password; the id of the input.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>Whose password it is.</summary>
    [Parameter, EditorRequired]
    public required string Owner { get; set; }

    [Parameter]
    public PasswordHash? Hash { get; set; }

    /// <summary>Takes the hash; null to remove the password.</summary>
    [Parameter, EditorRequired]
    public required Action<PasswordHash?> OnSet { get; set; }

    public void Dispose() => _text = "";

    private void Type(string? text)
    {
        _text = text ?? "";
        _error = null;
        _strength = _text.Length == 0 || PasswordHash.TryParse(_text, out _, out _) ? "" : Describe(PasswordStrength.Estimate(_text));
    }

    private async Task SetAsync()
    {
        if (_isHashing)
        {
            return;
        }

        var text = _text;
        if (text.Length == 0)
        {
            _error = "Type a password first.";
            return;
        }

        if (PasswordHash.TryParse(text, out var pasted, out var error))
        {
            Finish(pasted);
            return;
        }

        if (text.StartsWith("$", StringComparison.Ordinal) && text.Count(c => c == '$') > 2)
        {
            _error = error;
            return;
        }

        _isHashing = true;
        try
        {
            var salt = RandomNumberGenerator.GetString(Sha512Crypt.Alphabet, Sha512Crypt.MaximumSaltLength);
            Finish(await Task.Run(() => Sha512Crypt.Hash(text, salt, Rounds)));
        }
        catch (ArgumentException)
        {
            _error = $"This password cannot be hashed. It may have at most {Sha512Crypt.MaximumPasswordBytes} bytes and no NUL character.";
        }
        finally
        {
            _isHashing = false;
        }
    }

    private void Finish(PasswordHash hash)
    {
        Type("");
        OnSet(hash);
    }

    private static string Describe(PasswordStrength strength) => strength.Rating switch
    {
        PasswordRating.VeryWeak => $"Very weak. {strength.Explanation}",
        PasswordRating.Weak => $"Weak. {strength.Explanation}",
        PasswordRating.Fair => $"Fair. {strength.Explanation}",
        _ => $"Strong. {strength.Explanation}",
    };
}
