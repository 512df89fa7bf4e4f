namespace Neptune.Storage;

/// <summary>How an embedded store is opened.</summary>
/// <param name="Folder">The <c>.neptune</c> folder; created when it does not exist.</param>
internal sealed record StoreOptions(string Folder)
{
    public bool ReadOnly { get; init; }

    /// <summary>How long a call waits for another process that is writing.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(60);
}
