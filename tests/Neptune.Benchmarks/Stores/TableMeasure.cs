using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Neptune.Benchmarks.Reporting;
using Neptune.Core.Nql;
using Neptune.Storage;

namespace Neptune.Benchmarks.Stores;

/// <summary>How long a page of the runs table takes: filter, sort, and the first 100 of many runs with 20 of their 50 columns.</summary>
internal static class TableMeasure
{
    private const int Rows = 100;
    private const double Percentile = 0.95;
    private const double BudgetMilliseconds = 20;

    private static readonly (string What, string Nql, string SortBy)[] Queries =
    [
        ("all, newest first", "", "sys/creation_time"),
        ("all, by a metric", "", "metrics/m00"),
        ("a number, one in two", "`params/p00`:float < 0.5", "metrics/m00"),
        ("a number, one in ten", "`params/p00`:float < 0.1", "metrics/m00"),
        ("a number, one in a hundred", "`params/p00`:float < 0.01", "metrics/m00"),
        ("a number, one in a thousand", "`params/p00`:float < 0.001", "metrics/m00"),
        ("a number, none", "`params/p00`:float < -1", "metrics/m00"),
        ("a text, one in five", "`params/optimizer`:string = \"adam\"", "metrics/m00"),
        ("a text, one in all", "`data/version`:string = \"v77\"", "metrics/m00"),
        ("a tag, one in a hundred", "`sys/tags`:stringSet CONTAINS \"tag50\"", "sys/creation_time"),
        ("the sorted metric itself, the lower half", "last(`metrics/m00`) < 0.5", "metrics/m00"),
        ("the minimum of a series, one in a hundred", "min(`metrics/m01`) < -0.99", "metrics/m00"),
        ("either of two, one in 250", "`params/p00`:float < 0.002 OR `params/p01`:float < 0.002", "metrics/m00"),
        ("three filters, one in eight", "`params/p00`:float < 0.5 AND `params/p01`:float < 0.5 AND `params/p02`:float < 0.5", "metrics/m00"),
        ("three filters, one in 125", "`params/p00`:float < 0.2 AND `params/p01`:float < 0.2 AND `params/n00`:int < 200", "metrics/m00"),
        ("three filters, one in 8,000", "`params/p00`:float < 0.05 AND `params/p01`:float < 0.05 AND `params/n00`:int < 50", "metrics/m00"),
        ("a pattern, one in five", "`sys/name`:string MATCHES \"^run of sgd \\d+$\"", "metrics/m00"),
        ("a pattern, one in 5,000", "`sys/name`:string MATCHES \"sgd 77$\"", "metrics/m00"),
        ("a pattern without a text in it, one in 5,000", "`sys/name`:string MATCHES \"s[g]d [7]7$\"", "metrics/m00"),
        ("a part of a text, none", "`sys/name`:string CONTAINS \"sgd 7777\"", "metrics/m00"),
        ("not a value, one in 50", "`sys/failed`:bool != false", "metrics/m00"),
    ];

    /// <summary>The query "one in a hundred" as somebody would write it who knows that the filter is the place to begin.</summary>
    private static readonly string ByHand =
        $"""
        select a.object_id, a.path_id, a.type, a.int_value, a.float_value, a.text_value, a.last
        from (
            select f.object_id, s.last from attribute f cross join attribute s
            where f.project_id = 1 and f.path_id = (select id from path where project_id = 1 and path = 'params/p00') and f.type = 2 and f.int_value is null and f.float_value < 0.01
              and s.project_id = 1 and s.object_id = f.object_id and s.path_id = (select id from path where project_id = 1 and path = 'metrics/m00')
            order by s.last desc limit 100) k cross join attribute a
        where a.project_id = 1 and a.object_id = k.object_id and a.path_id in (select id from path where project_id = 1 and path in ({string.Join(", ", ManyRuns.Columns.Select(path => $"'{path}'"))}))
        """;

    public static Report Run(bool quick)
    {
        using var workspace = new Workspace();
        var runs = quick ? 10_000 : 100_000;
        var rounds = quick ? 5 : 60;
        using var many = ManyRuns.Create(workspace.Folder, runs);
        using var connection = new SqliteConnection($"Data Source={workspace.PathOf("store.db")};Mode=ReadOnly;Pooling=false");
        connection.Open();

        var floor = Times(rounds, () => ReadByHand(connection));
        var figures = new List<Figure>();
        var byHand = new Figure("by hand: one in a hundred, median", "ms", new(floor));
        foreach (var (what, nql, sortBy) in Queries)
        {
            var request = new SearchRequest(many.Project.Name, ObjectKind.Run) { Query = NqlParser.Parse(nql), SortBy = sortBy, Columns = ManyRuns.Columns, Limit = Rows };
            var times = Times(rounds, () => many.Store.Search(request).Rows.Count);
            figures.Add(new($"{what}, median", "ms", new(times)) { Beside = byHand });
            figures.Add(new($"**{what}, p95**", "ms", new([times[(int)(Percentile * (times.Length - 1))]])) { Budget = Budget.AtMost(BudgetMilliseconds) });
        }
        figures.Add(byHand);
        figures.Add(new("by hand: one in a hundred, p95", "ms", new([floor[(int)(Percentile * (floor.Length - 1))]])));
        return new(
            string.Create(CultureInfo.InvariantCulture, $"Runs table: {runs:N0} runs of {ManyRuns.Fields} fields"),
            $"Filter, sort by a field, the first {Rows} runs with {ManyRuns.Columns.Count} of their columns, by the engine, from a store in the page cache. By hand: plain SQL of the best plan, without objects, kinds, trash or sets. A pattern that no text must contain is tried on the texts of all runs, which no index spares.",
            figures);
    }

    /// <summary>Sorted; the first round only warms up.</summary>
    private static double[] Times(int rounds, Func<int> search)
    {
        var times = new List<double>();
        for (var round = 0; round <= rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            _ = search();
            if (round > 0)
                times.Add(watch.Elapsed.TotalMilliseconds);
        }
        return [.. times.Order()];
    }

    private static int ReadByHand(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The columns are constants.
        command.CommandText = ByHand;
#pragma warning restore CA2100
        using var row = command.ExecuteReader();
        var count = 0;
        for (; row.Read(); count++)
        {
            for (var i = 0; i < row.FieldCount; i++)
                _ = row.GetValue(i);
        }
        return count;
    }
}
