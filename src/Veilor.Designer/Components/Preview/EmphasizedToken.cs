using Veilor.Designer.Core.Highlighting;

namespace Veilor.Designer.Components.Preview;

/// <summary>A token, or a part of one, that is emphasized as a whole or not at all.</summary>
public readonly record struct EmphasizedToken(int Start, int Length, TokenKind Kind, bool IsEmphasized);
