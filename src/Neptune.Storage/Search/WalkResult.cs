namespace Neptune.Storage.Search;

/// <summary>What a walk has found, in order, and whether it has come to the end of its rank.</summary>
internal readonly record struct WalkResult(List<SortKey> Keys, bool Complete);
