namespace Neptune.Journal;

/// <summary>A float series as the journal knows it: its path, its id, and the last segment in which the id was defined.</summary>
internal sealed class SeriesSlot(int id, string path)
{
    public int Id { get; } = id;

    public string Path { get; } = path;

    /// <summary>Read and written under the journal's lock only.</summary>
    public long DefinedInSegment { get; set; }
}
