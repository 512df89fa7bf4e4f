namespace Neptune.Core.Nql;

/// <summary>A number of a query: whole if it is written so and fits into 64 bits, else real.</summary>
internal readonly record struct NqlNumber(long? Whole, double Real);
