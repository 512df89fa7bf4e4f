namespace Neptune.Storage.Series;

/// <summary>What a chunk can hold at most; stored counts are checked against it before memory is taken for them.</summary>
internal static class ChunkLimits
{
    public const int MaxPoints = 1024;

    public static int RequireCount(long count) =>
        count is > 0 and <= MaxPoints ? (int)count : throw new InvalidDataException(FormattableString.Invariant($"it claims {count} points"));
}
