namespace Neptune.Storage.Series;

/// <summary>
/// The unsealed end of a series: a few small pieces, so that adding some points does not rewrite all that wait for the next
/// full chunk.
/// </summary>
/// <param name="FirstStep">The first step of the first piece.</param>
/// <param name="Count">Points in all pieces.</param>
/// <param name="Bytes">Bytes of text in all pieces.</param>
internal readonly record struct SeriesTail(double FirstStep, long Count, long Bytes, double PieceFirstStep, long PieceCount, long PieceBytes)
{
    public static SeriesTail Empty { get; } = new(double.NaN, 0, 0, double.NaN, 0, 0);

    public SeriesTail WithPiece(double firstStep, long count, long bytes) =>
        new(Count == 0 ? firstStep : FirstStep, Count + count, Bytes + bytes, firstStep, count, bytes);

    public SeriesTail WithGrownPiece(long count, long bytes) =>
        this with { Count = Count + count, Bytes = Bytes + bytes, PieceCount = PieceCount + count, PieceBytes = PieceBytes + bytes };
}
