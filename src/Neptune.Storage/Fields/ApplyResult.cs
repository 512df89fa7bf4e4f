namespace Neptune.Storage;

/// <summary>What became of a batch: whether it was applied now (or was before), and the operations that were skipped.</summary>
internal sealed record ApplyResult(bool Applied, IReadOnlyList<OperationError> Errors);
