namespace Neptune.Storage.Series;

/// <summary>What the writer remembers of a series between batches: its summary and its tail.</summary>
internal sealed class SeriesState
{
    public long Count { get; set; }

    /// <summary>The largest step; NaN when empty.</summary>
    public double LastStep { get; set; } = double.NaN;

    /// <summary>Milliseconds since year 1, UTC.</summary>
    public long LastTime { get; set; }

    public double LastValue { get; set; } = double.NaN;

    /// <summary>The last text if it is short; long ones are read from their chunk.</summary>
    public string? LastText { get; set; }

    public FloatStatistics Values { get; set; } = FloatStatistics.None;

    /// <summary><c>null</c> when it has to be read first.</summary>
    public SeriesTail? Tail { get; set; }

    /// <summary>Whether the summary differs from the stored one.</summary>
    public bool Changed { get; set; }

    /// <summary>Whether the summary has to be made anew from the chunks.</summary>
    public bool Outdated { get; set; }

    public void Clear()
    {
        Count = 0;
        LastStep = double.NaN;
        LastTime = 0;
        LastValue = double.NaN;
        LastText = null;
        Values = FloatStatistics.None;
        Tail = SeriesTail.Empty;
        Changed = true;
        Outdated = false;
    }
}
