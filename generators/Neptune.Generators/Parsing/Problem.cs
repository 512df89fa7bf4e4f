using Microsoft.CodeAnalysis;

namespace Neptune.Generators.Parsing;

/// <summary>A problem of an annotated type, at the symbol that has it.</summary>
/// <param name="Text">What the message needs to know besides the symbol.</param>
internal readonly record struct Problem(ProblemKind Kind, ISymbol Symbol, string Text);
