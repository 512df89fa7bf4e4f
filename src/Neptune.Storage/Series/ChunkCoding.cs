namespace Neptune.Storage.Series;

/// <summary>How much work goes into making a chunk small.</summary>
internal enum ChunkCoding
{
    /// <summary>Cheap: for pieces of the tail, which are rewritten soon.</summary>
    Tail,

    /// <summary>As small as it gets: for chunks that stay.</summary>
    Sealed,
}
