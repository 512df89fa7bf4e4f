namespace Neptune.Core.Nql;

/// <summary>The field that a clause is about.</summary>
/// <param name="Path">In canonical form.</param>
/// <param name="Type">The type it must have; <c>null</c> for any.</param>
/// <param name="Aggregate">What is taken of a float series; <c>null</c> for the last value.</param>
internal sealed record NqlField(string Path, FieldType? Type = null, NqlAggregate? Aggregate = null);
