using Neptune.Journal;

namespace Neptune.Pumping;

/// <summary>How the pump treats one journal.</summary>
internal sealed record JournalSessionOptions
{
    public required TimeSpan FlushPeriod { get; init; }

    /// <summary>Whether the journal waits to be synced and the pump only says that its process lives.</summary>
    public bool IsOffline { get; init; }

    /// <summary>Whether refused operations are kept for the caller to be raised (sync mode) instead of logged.</summary>
    public bool RaiseErrors { get; init; }

    /// <summary>How long a failing backend is waited for before a wait gives up.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long, in all, a shortage of room in the journal holds logging calls up before records are dropped.</summary>
    public TimeSpan DropAfter { get; init; } = TimeSpan.FromSeconds(10);

    public DiskLimit? DiskLimit { get; init; }

    public TimeSpan LagThreshold { get; init; } = TimeSpan.FromMinutes(30);

    public TimeSpan NoProgressThreshold { get; init; } = TimeSpan.FromMinutes(5);

    public Action? OnLag { get; init; }

    public Action? OnNoProgress { get; init; }
}
