namespace Neptune.Generators.Specs;

/// <summary>A parameter that sets a member.</summary>
/// <param name="Member">The name of the member.</param>
/// <param name="Default">The default value as an expression, if it has one.</param>
internal sealed record ParameterSpec(string Member, string? Default);
