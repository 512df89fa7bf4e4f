using Neptune.Storage.Fields;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Series;

/// <summary>
/// The chunks of one kind of series. They are sorted by step, do not overlap and hold no step twice; those of the tail are not
/// sealed and come last.
/// </summary>
internal abstract class SeriesTable<TPoints>(string table)
    where TPoints : class
{
    /// <summary>Points of a full chunk.</summary>
    public const int ChunkPoints = 1024;

    private readonly string selectTail = $"select first_step, count, sealed, {TextBytesColumn(table)} from {table} where {FieldKey.Condition} order by first_step desc";
    private readonly string selectSealed = $"select first_step from {table} where {FieldKey.Condition} and sealed = 1 and first_step >= @from and (first_step <= @to or first_step = @from) order by first_step";
    private readonly string selectAtOrBefore = $"select max(first_step) from {table} where {FieldKey.Condition} and first_step <= @step";
    private readonly string selectFirst = $"select min(first_step) from {table} where {FieldKey.Condition}";
    private readonly string selectChunks = $"select first_step, last_step, sealed from {table} where {FieldKey.Condition} order by first_step";
    private readonly string selectData = $"select first_step, count, data from {table} where {FieldKey.Condition} and first_step >= @from and first_step <= @to order by first_step";
    private readonly string delete = $"delete from {table} where {FieldKey.Condition} and first_step >= @from and first_step <= @to";

    public abstract TPoints Create(int capacity);

    public abstract int Count(TPoints points);

    public abstract double Step(TPoints points, int index);

    public abstract void Copy(TPoints from, int start, int count, TPoints to);

    /// <summary>Bytes of text in the points; 0 for numbers.</summary>
    public abstract long TextBytes(TPoints points, int start, int count);

    /// <summary>How many points complete a chunk that has <paramref name="count"/> already; 0 when there are not enough.</summary>
    public abstract int CountToFill(long count, long textBytes, TPoints points, int start);

    /// <summary>Whether a piece of the tail is so small that it is rewritten rather than followed by another one.</summary>
    public abstract bool IsSmall(long count, long textBytes);

    /// <summary>Into how many chunks so many points are parted when a chunk has outgrown its size.</summary>
    public abstract int Parts(int count, long textBytes);

    /// <summary>Stores points as one chunk, over a piece of the tail that has the same first step and has grown.</summary>
    public abstract void Insert(SqlSession session, SeriesKey key, TPoints points, int start, int count, ChunkCoding coding);

    /// <summary>Adds points that come after all others to the summary.</summary>
    public abstract void Note(SeriesState state, TPoints points, int start, int count);

    /// <summary>Makes the summary anew from what is stored.</summary>
    public abstract void Resummarize(SqlSession session, SeriesKey key, SeriesState state);

    protected abstract void Decode(byte[] data, int count, TPoints into);

    public SeriesTail ReadTail(SqlSession session, SeriesKey key)
    {
        var pieces = new Stack<(double FirstStep, long Count, long Bytes)>();
        using (var reader = key.Field.Bind(session.Statement(selectTail)).Read())
        {
            while (reader.Read() && !reader.Flag(2))
                pieces.Push((reader.GetDouble(0), reader.GetInt64(1), reader.GetInt64(3)));
        }
        return pieces.Aggregate(SeriesTail.Empty, (tail, piece) => tail.WithPiece(piece.FirstStep, piece.Count, piece.Bytes));
    }

    /// <summary>First steps of the sealed chunks that points between two steps belong to: each to the one that starts at or before it, or to the first.</summary>
    public List<double> SealedChunks(SqlSession session, SeriesKey key, double from, double to)
    {
        var start = AtOrBefore(session, key, from) ?? First(session, key);
        return start is null
            ? []
            : key.Field.Bind(session.Statement(selectSealed)).Set("@from", start.Value).Set("@to", to).All(row => row.GetDouble(0));
    }

    /// <summary>The first step of the chunk that holds <paramref name="step"/>, or would.</summary>
    public double? AtOrBefore(SqlSession session, SeriesKey key, double step) =>
        Scalar(key.Field.Bind(session.Statement(selectAtOrBefore)).Set("@step", step));

    /// <summary>Adds the points of all chunks that start between two steps.</summary>
    public void Read(SqlSession session, SeriesKey key, double from, double to, TPoints into)
    {
        using var reader = key.Field.Bind(session.Statement(selectData)).Set("@from", from).Set("@to", to).Read();
        while (reader.Read())
        {
            try
            {
                Decode(reader.Bytes(2), ChunkLimits.RequireCount(reader.GetInt64(1)), into);
            }
            catch (InvalidDataException error)
            {
                throw key.Corrupt(reader.GetDouble(0), error);
            }
        }
    }

    /// <summary>All chunks by their first steps: first and last step, and whether they are sealed.</summary>
    public List<(double First, double Last, bool IsSealed)> Chunks(SqlSession session, SeriesKey key) =>
        key.Field.Bind(session.Statement(selectChunks)).All(row => (row.GetDouble(0), row.GetDouble(1), row.Flag(2)));

    /// <summary>Whether the header of the chunk that holds some points, and only those, says what they are.</summary>
    public abstract bool HeaderFits(SqlSession session, SeriesKey key, TPoints points);

    public void Delete(SqlSession session, SeriesKey key, double from, double to) =>
        key.Field.Bind(session.Statement(delete)).Set("@from", from).Set("@to", to).Execute();

    public void DeleteAll(SqlSession session, SeriesKey key) =>
        Delete(session, key, double.NegativeInfinity, double.PositiveInfinity);

    private double? First(SqlSession session, SeriesKey key) => Scalar(key.Field.Bind(session.Statement(selectFirst)));

    private static double? Scalar(SqlStatement statement)
    {
        using var reader = statement.Read();
        return reader.Read() ? reader.DoubleOrNull(0) : null;
    }

    private static string TextBytesColumn(string table) => table == StringSeriesTable.Name ? "text_bytes" : "0";
}
