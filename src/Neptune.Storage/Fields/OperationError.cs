namespace Neptune.Storage;

/// <summary>An operation that does not fit what is stored and was skipped.</summary>
internal sealed record OperationError(string Path, string Message);
