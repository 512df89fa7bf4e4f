using System.Globalization;
using Microsoft.Data.Sqlite;
using Neptune.Core;
using Neptune.Storage;

namespace Neptune.Benchmarks.Stores;

/// <summary>A store with many runs of 50 fields each, written past the engine because only reading is measured. The same every time.</summary>
internal sealed class ManyRuns : IDisposable
{
    public const int Fields = 50;

    /// <summary>Twenty columns of several types.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "sys/id", "sys/creation_time", "sys/owner", "sys/state", "sys/tags", "sys/name",
        .. Paths("params/p", 6), .. Paths("params/n", 3), .. Paths("metrics/m", 3), "params/optimizer", "data/version",
    ];

    private const int Seed = 7;
    private static readonly string[] Optimizers = ["adam", "sgd", "rmsprop", "lamb", "adagrad"];
    private static readonly DateTime Start = new(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> commands = [];
    private readonly Dictionary<string, long> paths = [];
    private readonly Random random = new(Seed);

    private ManyRuns(string folder, int runs)
    {
        using (var store = Store.Open(new(folder)))
        {
            Project = store.EnsureProject(new("local", "many"), "ada", new(Start));
            store.CreateRun(Project, null, "ada", new(Start));
        }
        connection = new($"Data Source={Path.Combine(folder, "store.db")};Pooling=false");
        connection.Open();
        Fill(runs);
        connection.Close();
        Store = Store.Open(new(folder));
    }

    public Store Store { get; }

    public ProjectRecord Project { get; }

    public static ManyRuns Create(string folder, int runs) => new(folder, runs);

    public void Dispose()
    {
        Store.Dispose();
        connection.Dispose();
    }

    private static IEnumerable<string> Paths(string start, int count) => Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{start}{i:00}"));

    private void Fill(int runs)
    {
        Execute("pragma synchronous = off; pragma cache_size = -200000; drop index attribute_by_value; drop index string_set_by_value; begin");
        foreach (var path in (string[])["sys/name", "params/optimizer", "data/version", .. Paths("params/p", 13), .. Paths("params/n", 6), .. Paths("params/s", 3), .. Paths("metrics/m", 10), .. Paths("log/l", 2)])
            Execute($"insert into path (project_id, id, path) select 1, (select max(id) + 1 from path where project_id = 1), '{path}' where true on conflict do nothing");
        using (var row = new SqliteCommand("select id, path from path where project_id = 1", connection).ExecuteReader())
        {
            while (row.Read())
                paths.Add(row.GetString(1), row.GetInt64(0));
        }
        var index = new SqliteCommand("select max(id) from object where project_id = 1", connection).ExecuteScalar();
        for (var run = (long)index! + 1; run <= runs + (long)index; run++)
            Insert(run);
        Execute($"update project set last_run = {runs + 1}, last_object_id = {runs + 10}, last_path_id = {paths.Values.Max()}; commit");
        Recreate();
    }

    /// <summary>The indexes as the migration makes them.</summary>
    private void Recreate()
    {
        var dialect = new Neptune.Storage.Sql.SqliteDialect();
        foreach (var sql in new Neptune.Storage.Migrations.SearchMigration().Statements(dialect).Where(sql => sql.Contains("_by_value", StringComparison.Ordinal)))
            Execute(sql);
    }

    private void Insert(long run)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"MANY-{run}");
        var created = Start.AddSeconds(run).Ticks;
        Run("insert into object (project_id, id, uid, kind, sys_id, created, trashed, last_version, revision) values (1, @a, @b, 1, @c, @d, 0, 0, 0)", run, Guid.NewGuid().ToString().ToUpperInvariant(), id, created);
        var optimizer = Optimizers[random.Next(Optimizers.Length)];
        // In the order of the paths' numbers, which is that of the rows.
        foreach (var (path, number) in paths.OrderBy(pair => pair.Value))
        {
            switch (path)
            {
                case "sys/id": Text(run, number, FieldType.String, id); break;
                case "sys/name": Text(run, number, FieldType.String, $"run of {optimizer} {random.Next(1000)}"); break;
                case "sys/owner": Text(run, number, FieldType.String, $"user{random.Next(20)}"); break;
                case "sys/state": Run("insert into attribute (project_id, object_id, path_id, type, int_value, text_value) values (1, @a, @b, 14, @c, 'idle')", run, number, created); break;
                case "sys/creation_time" or "sys/modification_time" or "sys/ping_time": Whole(run, number, FieldType.Datetime, created); break;
                case "sys/monitoring_time": Whole(run, number, FieldType.Int, random.Next(10_000)); break;
                case "sys/trashed" or "sys/failed": Whole(run, number, FieldType.Bool, path == "sys/failed" && random.Next(50) == 0 ? 1 : 0); break;
                case "sys/running_time" or "sys/size": Real(run, number, random.NextDouble() * 1e6); break;
                case "sys/tags" or "sys/group_tags":
                    Run("insert into attribute (project_id, object_id, path_id, type) values (1, @a, @b, 11)", run, number);
                    if (path == "sys/tags")
                        Run("insert into string_set (project_id, object_id, path_id, value) values (1, @a, @b, @c)", run, number, $"tag{Math.Sqrt(random.Next(10_000)):0}");
                    break;
                case "params/optimizer": Text(run, number, FieldType.String, optimizer); break;
                case "data/version": Text(run, number, FieldType.String, $"v{random.Next(100_000)}"); break;
                case var _ when path.StartsWith("params/p", StringComparison.Ordinal): Real(run, number, random.NextDouble()); break;
                case var _ when path.StartsWith("params/n", StringComparison.Ordinal): Whole(run, number, FieldType.Int, random.Next(1000)); break;
                case var _ when path.StartsWith("params/s", StringComparison.Ordinal): Text(run, number, FieldType.String, $"text {random.Next(100)}"); break;
                case var _ when path.StartsWith("log/l", StringComparison.Ordinal):
                    Run("insert into attribute (project_id, object_id, path_id, type, count, last_step, last_time, text_value) values (1, @a, @b, 9, 10, 9, @c, @d)", run, number, created, $"line {random.Next(1000)}");
                    break;
                case var _ when path.StartsWith("metrics/m", StringComparison.Ordinal):
                    Run(
                        "insert into attribute (project_id, object_id, path_id, type, count, last_step, last_time, last, min, max, mean, variance, finite_count) values (1, @a, @b, 8, 1000, 999, @c, @d, @e, @f, 0.5, 0.1, 1000)",
                        run, number, created, random.NextDouble(), random.NextDouble() - 1, random.NextDouble() + 1);
                    break;
            }
        }
    }

    private void Text(long run, long path, FieldType type, string value) =>
        Run("insert into attribute (project_id, object_id, path_id, type, text_value) values (1, @a, @b, @c, @d)", run, path, (long)type, value);

    private void Whole(long run, long path, FieldType type, long value) =>
        Run("insert into attribute (project_id, object_id, path_id, type, int_value) values (1, @a, @b, @c, @d)", run, path, (long)type, value);

    private void Real(long run, long path, double value) =>
        Run("insert into attribute (project_id, object_id, path_id, type, float_value) values (1, @a, @b, 2, @c)", run, path, value);

    private void Run(string sql, params object[] values)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            command = new(sql, connection);
            for (var i = 0; i < values.Length; i++)
                command.Parameters.AddWithValue($"@{(char)('a' + i)}", values[i]);
            command.Prepare();
            commands.Add(sql, command);
        }
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }

    private void Execute(string sql)
    {
#pragma warning disable CA2100 // All of it is made of constants.
        using var command = new SqliteCommand(sql, connection);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
