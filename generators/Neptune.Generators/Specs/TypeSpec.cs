namespace Neptune.Generators.Specs;

/// <summary>Where a type is declared and what its declaration looks like.</summary>
/// <param name="Namespace">The C# namespace; empty for the global one.</param>
/// <param name="FullName">The type as generated code names it, with its type parameters.</param>
/// <param name="GeneratedName">The name that generated types begin with: names of nested types are joined.</param>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="TypeParameters"><c>&lt;T&gt;</c>, or empty.</param>
/// <param name="Constraints">The <c>where</c> clauses, or empty.</param>
/// <param name="Declarations">The headers of the partial declaration, outermost first; empty when no constructor is added.</param>
/// <param name="ChainsConstructor">Whether the type declares a constructor without parameters, which an added one has to call.</param>
/// <param name="DocId">The documentation id of the type.</param>
internal sealed record TypeSpec(
    string Namespace,
    string FullName,
    string GeneratedName,
    string Accessibility,
    string TypeParameters,
    string Constraints,
    EquatableArray<string> Declarations,
    bool ChainsConstructor,
    string DocId);
