using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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

    /// <summary>True when the text was said to be very weak and waits to be set all the same.</summary>
    private bool _isDoubted;

    /// <summary>The path of the password; the id of the input.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>Whose password it is.</summary>
    [Parameter, EditorRequired]
    public required string Owner { get; set; }

    [Parameter]
    public PasswordHash? Hash { get; set; }

    /// <summary>What an attacker tries first: the names of the person, the machine and the image.</summary>
    [Parameter]
    public IEnumerable<string> Names { get; set; } = [];

    /// <summary>Takes the hash; null to remove the password.</summary>
    [Parameter, EditorRequired]
    public required Action<PasswordHash?> OnSet { get; set; }

    public void Dispose() => _text = "";

    private void Type(string? text)
    {
        _text = text ?? "";
        _error = null;
        _isDoubted = false;
        _strength = _text.Length == 0 ? "" : Judge(_text);
    }

    private string Judge(string text) =>
        LooksHashed(text) ? PasswordHash.TryParse(text.Trim(), out _, out var error)
            ? "A finished sha512crypt hash. It is taken as it is; how strong its password is cannot be seen."
            : $"This looks like a finished hash and not like a password. {error}"
        : Encoding.UTF8.GetByteCount(text) is var bytes and > Sha512Crypt.MaximumPasswordBytes
            ? string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes are too many; {Sha512Crypt.MaximumPasswordBytes} are the most that a login takes.")
        : Describe(PasswordStrength.Estimate(text, Names));

    /// <summary>True for what is made like the hashes of crypt(5): <c>$6$salt$hash</c>, <c>$2b$10$hash</c>.</summary>
    private static bool LooksHashed(string text) => text.TrimStart().StartsWith('$') && text.Count(c => c == '$') > 2;

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

        if (PasswordHash.TryParse(text.Trim(), out var pasted, out var error))
        {
            Finish(pasted, "");
            return;
        }

        if (LooksHashed(text))
        {
            _error = error;
            return;
        }

        var strength = PasswordStrength.Estimate(text, Names);
        if (strength.Rating == PasswordRating.VeryWeak && !_isDoubted)
        {
            _isDoubted = true;
            _error = "It is not set: a password like this is found at once. Press Enter or the button once more to set it all the same.";
            return;
        }

        _isHashing = true;
        try
        {
            var salt = RandomNumberGenerator.GetString(Sha512Crypt.Alphabet, Sha512Crypt.MaximumSaltLength);
            Finish(await Task.Run(() => Sha512Crypt.Hash(text, salt, Rounds)), strength.Rating switch
            {
                PasswordRating.VeryWeak => "It is set. It is very weak: set a better one before the image leaves your hands.",
                PasswordRating.Weak => "It is set. It is weak: it holds for hours or days against someone who has its hash.",
                _ => "",
            });
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

    /// <param name="hash">What is set.</param>
    /// <param name="note">What is said of it while the page is open: a hash does not show it.</param>
    private void Finish(PasswordHash hash, string note)
    {
        Type("");
        _strength = note;
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
