namespace Neptune.Journal;

/// <summary>What became of a record.</summary>
internal enum AppendResult
{
    /// <summary>It is in the journal.</summary>
    Written,

    /// <summary>The journal is closed; nothing was written.</summary>
    Closed,

    /// <summary>The journal is full and cannot grow, for the reason in <see cref="JournalWriter.Shortage"/>; nothing was written.</summary>
    NoRoom,
}
