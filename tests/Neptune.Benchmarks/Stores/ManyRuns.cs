using System.Globalization;
using Microsoft.Data.Sqlite;
using Neptune.Core;
using Neptune.Storage;
using Neptune.Storage.Migrations;
using Neptune.Storage.Sql;

namespace Neptune.Benchmarks.Stores;

/// <summary>A store with many runs of 50 fields each, made by a few statements past the engine because only reading is measured. The same every time.</summary>
internal sealed class ManyRuns : IDisposable
{
    public const int Fields = 50;

    /// <summary>Twenty columns of several types.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "sys/id", "sys/creation_time", "sys/owner", "sys/state", "sys/tags", "sys/name",
        .. Paths("params/p", 6), .. Paths("params/n", 3), .. Paths("metrics/m", 3), "params/optimizer", "data/version",
    ];

    private static readonly IReadOnlyList<string> All =
        ["sys/name", "params/optimizer", "data/version", .. Paths("params/p", 13), .. Paths("params/n", 6), .. Paths("params/s", 3), .. Paths("metrics/m", 10), .. Paths("log/l", 2)];

    private static readonly IReadOnlyList<string> Lean =
        ["sys/name", "params/optimizer", "data/version", .. Paths("params/p", 4), .. Paths("params/n", 2), .. Paths("params/s", 1), .. Paths("metrics/m", 3)];

    private static readonly DateTimeOffset Start = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private ManyRuns(string folder, int runs, IReadOnlyList<string> paths)
    {
        using (var store = Store.Open(new(folder)))
        {
            Project = store.EnsureProject(new("local", "many"), "ada", Start);
            // Gives the project the paths of the fields that all runs have.
            store.CreateRun(Project, null, "ada", Start);
        }
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "store.db")};Pooling=false"))
        {
            connection.Open();
            connection.CreateFunction("uniform", (long run, long path) => Uniform(run, path), isDeterministic: true);
            Fill(connection, runs, paths);
        }
        Store = Store.Open(new(folder));
    }

    public Store Store { get; }

    public ProjectRecord Project { get; }

    public static ManyRuns Create(string folder, int runs) => new(folder, runs, All);

    /// <summary>With half of the fields, for what does not depend on how many there are.</summary>
    public static ManyRuns CreateLean(string folder, int runs) => new(folder, runs, Lean);

    public void Dispose() => Store.Dispose();

    private static IEnumerable<string> Paths(string start, int count) => Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{start}{i:00}"));

    /// <summary>A number from 0 to below 1 that looks random and belongs to a field (the finalizer of splitmix64).</summary>
    private static double Uniform(long run, long path)
    {
        var x = (ulong)((run * 1024) + path) * 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return ((x ^ (x >> 31)) >> 11) * (1.0 / (1L << 53));
    }

    private static void Fill(SqliteConnection connection, int runs, IReadOnlyList<string> paths)
    {
        Execute(connection, "pragma synchronous = off; pragma cache_size = -200000; pragma temp_store = memory");
        // Indexes are made faster at the end.
        Execute(connection, $"begin; {string.Concat(Indexes().Keys.Select(index => $"drop index {index}; "))}");
        foreach (var path in paths)
            Execute(connection, $"insert into path (project_id, id, path) select 1, (select max(id) + 1 from path where project_id = 1), '{path}' where true on conflict do nothing");
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"create temp table run as with recursive n(i) as (select 1 union all select i + 1 from n where i < {runs}) select i + (select max(id) from object) as id, i, {Start.UtcTicks} + i * 10000000 as created from n"));
        Execute(connection, RunRows);
        Execute(connection, FieldRows);
        Execute(connection, TagRows);
        Execute(connection, "update project set last_run = (select count(*) + 1 from temp.run), last_object_id = (select max(id) from object), last_path_id = (select max(id) from path)");
        foreach (var sql in Indexes().Values.Concat(Statistics()))
            Execute(connection, sql);
        Execute(connection, "drop table temp.run; commit");
    }

    private const string RunRows =
        """
        insert into object (project_id, id, uid, kind, sys_id, created, trashed, last_version, revision)
        select 1, id, printf('00000000-0000-0000-0000-%012X', id), 1, 'MANY-' || (i + 1), created, 0, 0, 0 from temp.run
        """;

    /// <summary>In the order of the primary key. The value of a field depends on its path; <c>u</c> is its number from 0 to 1. Paths of projects get none.</summary>
    private const string FieldRows =
        """
        insert into attribute (project_id, object_id, path_id, type, int_value, float_value, text_value, text_key, count, last_step, last_time, last, min, max, mean, variance, finite_count)
        select 1, id, path_id, type, whole, real, text, text, count, last_step, time, last, min, max, mean, variance, count from (select id, path_id,
            case shape when 'p' then 2 when 'n' then 1 when 's' then 4 when 'm' then 8 when 'l' then 9 when 'sys/tags' then 11 when 'sys/group_tags' then 11 when 'sys/state' then 14
                when 'sys/monitoring_time' then 1 when 'sys/running_time' then 2 when 'sys/size' then 2 when 'sys/trashed' then 3 when 'sys/failed' then 3
                when 'sys/creation_time' then 5 when 'sys/modification_time' then 5 when 'sys/ping_time' then 5 else 4 end as type,
            case shape when 'n' then cast(u * 1000 as integer) when 'sys/monitoring_time' then cast(u * 10000 as integer) when 'sys/trashed' then 0 when 'sys/failed' then u < 0.02
                when 'sys/creation_time' then created when 'sys/modification_time' then created when 'sys/ping_time' then created when 'sys/state' then created end as whole,
            case shape when 'p' then u when 'sys/running_time' then u * 1e6 when 'sys/size' then u * 1e6 end as real,
            case shape when 's' then 'text ' || cast(u * 100 as integer) when 'l' then 'line ' || cast(u * 1000 as integer) when 'sys/id' then 'MANY-' || (i + 1)
                when 'sys/owner' then 'user' || cast(u * 20 as integer) when 'data/version' then 'v' || cast(u * 100000 as integer) when 'sys/state' then 'idle'
                when 'sys/name' then 'run of ' || trim(substr('adam   sgd    rmspropadagradlamb   ', 1 + 7 * cast(u * 5 as integer), 7)) || ' ' || (cast(u * 1e6 as integer) % 1000)
                when 'params/optimizer' then trim(substr('adam   sgd    rmspropadagradlamb   ', 1 + 7 * cast(u * 5 as integer), 7)) end as text,
            case shape when 'm' then 1000 when 'l' then 10 end as count, case shape when 'm' then 999 when 'l' then 9 end as last_step, case when shape in ('m', 'l') then created end as time,
            case shape when 'm' then u end as last, case shape when 'm' then uniform(i, path_id + 100) - 1 end as min, case shape when 'm' then uniform(i, path_id + 200) + 1 end as max,
            case shape when 'm' then 0.5 end as mean, case shape when 'm' then 0.1 end as variance
        from (
            select r.id, r.i, r.created, p.id as path_id, uniform(r.i, p.id) as u,
                case when p.path like 'params/p__' then 'p' when p.path like 'params/n__' then 'n' when p.path like 'params/s__' then 's' when p.path like 'metrics/%' then 'm' when p.path like 'log/%' then 'l' else p.path end as shape
            from temp.run r cross join path p where p.project_id = 1))
        where type <> 4 or text is not null
        """;

    private const string TagRows =
        """
        insert into string_set (project_id, object_id, path_id, value)
        select 1, r.id, p.id, 'tag' || cast(100 * sqrt(uniform(r.i, p.id)) as integer) from temp.run r cross join path p where p.project_id = 1 and p.path = 'sys/tags'
        """;

    /// <summary>The indexes by value as the migrations leave them.</summary>
    private static Dictionary<string, string> Indexes()
    {
        var indexes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var sql in Migrations().Where(sql => sql.StartsWith("create index", StringComparison.Ordinal) && sql.Contains("_by_value", StringComparison.Ordinal)))
            indexes[sql.Split(' ')[2]] = sql;
        return indexes;
    }

    /// <summary>What the planner is told of the indexes goes with them.</summary>
    private static IEnumerable<string> Statistics() =>
        Migrations().Where(sql => sql.StartsWith("analyze", StringComparison.Ordinal) || sql.Contains("sqlite_stat1", StringComparison.Ordinal));

    private static IEnumerable<string> Migrations() =>
        ((Migration[])[new SearchMigration(), new TextKeyMigration()]).SelectMany(migration => migration.Statements(new SqliteDialect()));

    private static void Execute(SqliteConnection connection, string sql)
    {
#pragma warning disable CA2100 // All of it is made of constants.
        using var command = new SqliteCommand(sql, connection);
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }
}
