namespace Neptune.ML.Pipelines;

/// <summary>A field or property of an object; a class as <see cref="Setting"/> is one.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it can hold.</param>
/// <param name="Value">What it holds.</param>
internal sealed record Member(string Name, Type Type, object? Value);
