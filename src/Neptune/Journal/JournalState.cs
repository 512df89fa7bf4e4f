namespace Neptune.Journal;

/// <summary>What is to become of a journal. There is one judgement, for recovery, for sync and for those who only look.</summary>
internal enum JournalState
{
    /// <summary>A living process holds it and brings it into the store.</summary>
    InUse,

    /// <summary>Nobody holds it: it can be applied.</summary>
    Free,

    /// <summary>What could be read of it is in the store, or can never be; it is kept until the user deletes it. Its note says what is missing.</summary>
    SetAside,

    /// <summary>Nothing says whose it is, so that nothing of it can be applied.</summary>
    Unreadable,

    /// <summary>Whether its process is alive cannot be told without access to it.</summary>
    Unknown,

    /// <summary>It is in the store to its end; whoever comes first removes the rest of its folder.</summary>
    Done,

    /// <summary>Nothing was ever written to it: its process is making it, or died in doing so.</summary>
    Empty,
}
