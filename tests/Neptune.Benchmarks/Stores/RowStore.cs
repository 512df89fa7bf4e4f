using Microsoft.Data.Sqlite;

namespace Neptune.Benchmarks.Stores;

/// <summary>The peer: SQLite with a row per point, prepared statements and large transactions.</summary>
internal sealed class RowStore : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand insert;
    private SqliteTransaction? transaction;

    public RowStore(string file)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        Execute("pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -16384");
        Execute("create table if not exists point(series integer, step real, value real, time integer, primary key (series, step)) without rowid");
        insert = connection.CreateCommand();
        insert.CommandText = "insert into point values (@series, @step, @value, @time)";
        foreach (var name in (string[])["@series", "@step", "@value", "@time"])
            insert.Parameters.Add(new SqliteParameter(name, null));
        insert.Prepare();
    }

    public void Begin() => insert.Transaction = transaction = connection.BeginTransaction();

    public void Insert(long series, double step, double value, long milliseconds)
    {
        insert.Parameters[0].Value = series;
        insert.Parameters[1].Value = step;
        insert.Parameters[2].Value = value;
        insert.Parameters[3].Value = milliseconds;
        insert.ExecuteNonQuery();
    }

    public void Commit()
    {
        transaction!.Commit();
        transaction.Dispose();
        transaction = null;
    }

    public void Insert(long series, Curve curve)
    {
        Begin();
        for (var i = 0; i < curve.Values.Length; i++)
            Insert(series, i, curve.Values[i], curve.Times[i].ToUnixTimeMilliseconds());
        Commit();
    }

    public int ReadPoints(long series)
    {
        using var select = connection.CreateCommand();
        select.CommandText = "select step, value, time from point where series = @series order by step";
        select.Parameters.AddWithValue("@series", series);
        using var reader = select.ExecuteReader();
        var points = new FloatPoints(1 << 20);
        while (reader.Read())
            points.Add(reader.GetDouble(0), reader.GetDouble(1), reader.GetInt64(2));
        return points.Count;
    }

    public int ReadBuckets(long series, int pointsPerBucket)
    {
        using var select = connection.CreateCommand();
        select.CommandText = "select cast(step as integer) / @size, min(value), max(value), avg(value) from point where series = @series group by 1";
        select.Parameters.AddWithValue("@series", series);
        select.Parameters.AddWithValue("@size", pointsPerBucket);
        using var reader = select.ExecuteReader();
        var buckets = new List<(double Min, double Max, double Mean)>();
        while (reader.Read())
            buckets.Add((reader.GetDouble(1), reader.GetDouble(2), reader.GetDouble(3)));
        return buckets.Count;
    }

    public void Dispose()
    {
        transaction?.Dispose();
        insert.Dispose();
        connection.Dispose();
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // All of it is constant.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
