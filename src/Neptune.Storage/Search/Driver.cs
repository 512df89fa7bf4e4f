namespace Neptune.Storage.Search;

/// <summary>Where a filtered search begins.</summary>
/// <param name="Rows">The rows that give the first objects; none stand for all objects.</param>
/// <param name="Others">What is then asked of them.</param>
internal sealed record Driver(IReadOnlyList<FieldTest> Rows, IReadOnlyList<Condition> Others);
