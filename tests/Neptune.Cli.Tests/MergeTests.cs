using System.Text.Json;

namespace Neptune.Cli.Tests;

/// <summary>Listings over several projects.</summary>
public sealed class MergeTests : IDisposable
{
    private static readonly string[] Projects = ["a/first", "b/second", "c/third"];

    private static readonly object?[] Values =
    [
        1, 2.5, 1, -3, double.NaN, double.PositiveInfinity, double.NegativeInfinity, null, 9007199254740993, 9007199254740992.0, "b", "a", "", "\U0001F600", "\uFFFD", "10", true, false,
        new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2029, 1, 1, 0, 0, 0, TimeSpan.Zero), null, double.NaN, 1.0, new[] { 7.0, 1.5 },
    ];

    private readonly TestStore store = new();
    private readonly TestStore single = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void All_projects_are_in_one_order_which_is_that_of_one_project_with_all_objects(bool ascending)
    {
        foreach (var (i, value) in Values.Index())
        {
            Log(store, value, Projects[i % 3]);
            Log(single, value, Projects[0]);
        }
        string[] arguments = ["ls", "runs", "--sort", "x", "--columns", "x", .. ascending ? ["--ascending"] : Array.Empty<string>()];

        var merged = Sorted(store, arguments);
        var expected = Sorted(single, arguments);

        Assert.Equal(Values.Length, merged.Length);
        Assert.Equal(expected, merged);
        // NaN and what has no value come last in both directions.
        Assert.All(merged[^4..], value => Assert.Contains(value, (string[])["", "NaN"]));
        Assert.Equal(expected[..7], Sorted(store, [.. arguments, "--limit", "7"]));
    }

    [Fact]
    public void A_project_that_lacks_the_field_comes_last_in_both_directions()
    {
        var low = store.Run(run => run["x"] = 1, project: Projects[0]);
        var none = store.Run(project: Projects[1]);
        var file = store.Run(run => run["x"].Upload(NeptuneFile.FromText("a")), project: "d/fourth");
        var high = store.Run(run => run["x"] = 2.5, project: Projects[2]);

        Assert.Equal([high, low], Ids("ls", "runs", "--sort", "x")[..2]);
        Assert.Equal([low, high], Ids("ls", "runs", "--sort", "x", "--ascending")[..2]);
        Assert.Equal(new[] { file, none }.Order(), Ids("ls", "runs", "--sort", "x")[2..].Order());
    }

    [Fact]
    public void The_limit_counts_the_whole_listing_and_the_newest_come_first_whatever_their_project()
    {
        var ids = Enumerable.Range(0, 6).Select(i => store.Run(project: Projects[i % 3])).ToList();

        Assert.Equal(ids.AsEnumerable().Reverse(), Ids("ls", "runs"));
        Assert.Equal([ids[5], ids[4]], Ids("ls", "runs", "--limit", "2"));
        Assert.Equal([ids[0], ids[1], ids[2], ids[3]], Ids("ls", "runs", "--limit", "4", "--ascending"));
    }

    [Fact]
    public void More_objects_than_fit_a_page_are_merged()
    {
        foreach (var project in Projects)
            store.Run(project: project);
        using (var opened = Storage.Store.Open(new(store.Folder)))
        {
            var projects = opened.ListProjects();
            for (var i = 0; i < 1800; i++)
                opened.CreateRun(projects[i % 3], null, "test", DateTimeOffset.UtcNow);
        }

        var times = store.Json("ls", "runs", "--columns", "sys/creation_time").EnumerateArray().Select(run => run.GetProperty("sys/creation_time").GetDateTimeOffset()).ToList();

        Assert.Equal(1803, times.Count);
        Assert.Equal(times.OrderDescending(), times);
    }

    public void Dispose()
    {
        store.Dispose();
        single.Dispose();
    }

    private static void Log(TestStore store, object? value, string project) => store.Run(
        run =>
        {
            if (value is double[] points)
                run["x"].Extend(points);
            else if (value is not null)
                run.Assign("x", value);
        },
        project: project);

    private static string[] Sorted(TestStore store, string[] arguments) =>
        [.. store.Json(arguments).EnumerateArray().Select(run => run.TryGetProperty("x", out var value) ? value.ToString() : "")];

    private string[] Ids(params string[] arguments) => [.. store.Json(arguments).EnumerateArray().Select(run => run.GetProperty("sys/id").GetString()!)];
}
