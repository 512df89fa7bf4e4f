namespace Neptune.Storage;

/// <summary>An operation that was skipped.</summary>
/// <param name="Path">Its field.</param>
/// <param name="Message">Why.</param>
/// <param name="IsLoss">Whether its file is lost or damaged; else it does not fit what is stored.</param>
internal sealed record OperationError(string Path, string Message, bool IsLoss = false);
