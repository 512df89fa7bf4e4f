namespace Neptune.Journal;

/// <summary>What became of a record.</summary>
internal enum AppendResult
{
    /// <summary>It is in the journal.</summary>
    Written,

    /// <summary>The journal is closed; nothing was written.</summary>
    Closed,

    /// <summary>There is no room on the disk; nothing was written.</summary>
    DiskFull,
}
