namespace Neptune.Storage.Search;

/// <summary>Where a filtered search begins.</summary>
/// <param name="Sets">The rows that give the first objects: those that all sets have in common. No set stands for all objects.</param>
/// <param name="Others">What is then asked of them.</param>
internal sealed record Driver(IReadOnlyList<IReadOnlyList<FieldTest>> Sets, IReadOnlyList<Condition> Others);
