namespace Neptune.Generators.Specs;

/// <summary>How a type is made of what was read.</summary>
/// <param name="IsPossible">Whether there is a constructor that takes members or nothing.</param>
/// <param name="AddsConstructor">Whether the generated part of the type gets one that takes the reader and sets the handles.</param>
/// <param name="Parameters">What the constructor takes, in order.</param>
internal sealed record ConstructionSpec(bool IsPossible, bool AddsConstructor, EquatableArray<ParameterSpec> Parameters);
