namespace Neptune;

/// <summary>A wait that ended before its work was done. The records that are left stay safe on disk.</summary>
public sealed class NeptuneTimeoutException : NeptuneException
{
    internal NeptuneTimeoutException(string message, long pending)
        : base(message) => PendingBytes = pending;

    /// <summary>Bytes of journal that were not applied to the store yet.</summary>
    public long PendingBytes { get; }
}
