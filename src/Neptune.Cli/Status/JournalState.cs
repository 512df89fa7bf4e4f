namespace Neptune.Cli.Status;

/// <summary>How a journal stands to the process that wrote it.</summary>
internal enum JournalState
{
    /// <summary>Its process is alive and brings it into the store.</summary>
    InUse,

    /// <summary>Its process is gone.</summary>
    Abandoned,

    /// <summary>It was written offline and waits to be synced.</summary>
    Offline,

    /// <summary>Whether its process is alive cannot be told without access to the journal.</summary>
    Unknown,

    /// <summary>Its intact records are in the store; what could not be read is kept.</summary>
    Damaged,
}
