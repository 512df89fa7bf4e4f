namespace Neptune;

/// <summary>How an object talks to the store. Also set by <c>NEPTUNE_MODE</c>: <c>async</c>, <c>sync</c>, <c>offline</c>, <c>read-only</c>, <c>debug</c>.</summary>
public enum ConnectionMode
{
    /// <summary>Calls return when their record is in the journal; the store follows in the background. The default.</summary>
    Async = 0,

    /// <summary>Calls return when the store has the record, and throw what the store refuses.</summary>
    Sync = 1,

    /// <summary>
    /// Calls return when their record is in the journal, and it stays there until <c>neptune sync</c> carries it into the store.
    /// Nothing can be read back before that.
    /// </summary>
    Offline = 2,

    /// <summary>Reads only. The object must exist; every write throws <see cref="NeptuneReadOnlyException"/>.</summary>
    ReadOnly = 3,

    /// <summary>As <see cref="Async"/>, on a store of this process alone, which goes with it: for trying things out.</summary>
    Debug = 4,
}
