namespace Neptune;

/// <summary>How an object talks to the store. Also set by <c>NEPTUNE_MODE</c>: <c>async</c>, <c>sync</c>, <c>read-only</c>.</summary>
public enum ConnectionMode
{
    /// <summary>Calls return when their record is in the journal; the store follows in the background. The default.</summary>
    Async = 0,

    /// <summary>Calls return when the store has the record, and throw what the store refuses.</summary>
    Sync = 1,

    /// <summary>Reads only. The object must exist; every write throws <see cref="NeptuneReadOnlyException"/>.</summary>
    ReadOnly = 3,
}
