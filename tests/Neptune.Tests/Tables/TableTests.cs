namespace Neptune.Tests.Tables;

public sealed class TableTests : IDisposable
{
    private readonly TemporaryStore store = new();

    public void Dispose() => store.Dispose();

    [Fact]
    public void A_project_has_a_table_of_its_runs_the_newest_first()
    {
        var ids = Enumerable.Range(0, 3).Select(i => Logged(run => run["i"] = i)).ToArray();
        using var project = store.ProjectObject();

        var table = project.FetchRunsTable();

        Assert.Equal(ids.Reverse(), table.Select(row => row.Id));
        Assert.Equal([2L, 1L, 0L], table.ToRows().Select(row => row["i"]));
    }

    [Fact]
    public void A_row_has_the_values_of_all_types()
    {
        var time = new DateTimeOffset(2030, 5, 17, 12, 0, 0, TimeSpan.Zero);
        var id = Logged(run =>
        {
            run.Assign("", new { whole = 3, real = 0.5, text = "x", flag = true, time });
            run["loss"].Extend([0.5, 0.25]);
            run["log"].Append("line");
            run["empty"].Extend(Array.Empty<double>());
            run["labels"].Add("b", "a");
            run["model"].Upload(NeptuneFile.FromText("weights", "onnx"));
            run["masks"].Extend([NeptuneFile.FromText("a"), NeptuneFile.FromText("bc")]);
            run["inputs"].Assign(new FileSetValue());
            run["data"].TrackFiles(Path.Combine(store.Folder, "store.db"));
            FieldWriter.AssignGitRef(run, "git", new("0123", "", "", "", time, null, [], false));
        });
        using var project = store.ProjectObject();

        var row = Assert.Single(project.FetchRunsTable());

        Assert.Equal(id, row["sys/id"]);
        Assert.Equal([3L, 0.5, "x", true, time], [row["whole"], row["real"], row["text"], row["flag"], row["time"]]);
        Assert.Equal((0.25, "line", null), (row["loss"], row["log"], row["empty"]));
        Assert.Equal(["a", "b"], Assert.IsType<IReadOnlyCollection<string>>(row["labels"], exactMatch: false));
        Assert.Equal("Finished", row["sys/state"]);
        Assert.Equal((new NeptuneFileInfo("onnx", 7, null, null), new NeptuneFilesInfo(2, 3), new NeptuneFilesInfo(0, 0)), (row["model"], row["masks"], row["inputs"]));
        Assert.Equal((64, "0123"), (Assert.IsType<string>(row["data"]).Length, row["git"]));
        Assert.All(row.Columns.Where(path => path != "empty"), path => Assert.NotNull(row[path]));
        Assert.Null(row["nothing"]);
        Assert.Equal((FieldType.FloatSeries, FieldType.File, null), (row.TypeOf("loss"), row.TypeOf("model"), row.TypeOf("nothing")));
        Assert.Contains("model", row.Columns);
    }

    [Fact]
    public void A_value_is_read_as_the_type_that_is_asked_for()
    {
        Logged(run => run.Assign("", new { whole = 3, text = "x" }));
        using var project = store.ProjectObject();

        var row = Assert.Single(project.FetchRunsTable());

        Assert.Equal((3, 3.0, "x"), (row.Get<int>("whole"), row.Get<double>("whole"), row.Get<string>("text")));
        Assert.Throws<NeptuneFieldTypeException>(() => row.Get<bool>("whole"));
        Assert.Throws<NeptuneMissingFieldException>(() => row.Get<int>("nothing"));
        Assert.Contains("Did you mean \"whole\"?", Assert.Throws<NeptuneMissingFieldException>(() => row.Get<int>("Whoel")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_may_be_missing_is_asked_for_without_an_error()
    {
        Logged(run =>
        {
            run["whole"] = 3;
            run["empty"].Extend(Array.Empty<double>());
        });
        using var project = store.ProjectObject();

        var row = Assert.Single(project.FetchRunsTable(new() { Columns = ["whole", "empty", "nothing"] }));

        Assert.True(row.TryGet<double>("whole", out var whole) && whole == 3);
        Assert.False(row.TryGet<double>("empty", out _) || row.TryGet<double>("nothing", out _));
        Assert.Throws<NeptuneFieldTypeException>(() => row.TryGet<bool>("whole", out _));
        Assert.Throws<NeptuneOptionsException>(() => row.TryGet<int>("else", out _));
    }

    [Fact]
    public void Filters_are_any_id_state_or_owner_and_all_tags()
    {
        var first = Logged(run => run["sys/tags"].Add("a", "b"));
        var second = Logged(run => run["sys/tags"].Add("b"));
        using var active = store.Run();
        active.Wait();
        using var project = store.ProjectObject();

        Assert.Equal([first, second], Ids(new() { Ids = [first, second, "CLS-99"] }));
        Assert.Equal([active.Id], Ids(new() { States = ["Active"] }));
        Assert.Equal([first, second, active.Id], Ids(new() { States = ["active", "INACTIVE"] }));
        Assert.Equal([first, second, active.Id], Ids(new() { Owners = [Environment.UserName, "nobody"] }));
        Assert.Equal([first, second], Ids(new() { Tags = ["b"] }));
        Assert.Equal([first], Ids(new() { Tags = ["a", "b"] }));
        Assert.Empty(Ids(new() { Ids = [] }));
        Assert.Equal([second], Ids(new() { Nql = "`sys/tags`:stringSet CONTAINS \"b\" AND NOT `sys/tags`:stringSet CONTAINS \"a\"" }));

        IEnumerable<string> Ids(TableQuery query) => project.FetchRunsTable(query with { Ascending = true }).Select(row => row.Id);
    }

    [Fact]
    public void A_table_is_sorted_and_cut()
    {
        string[] ids = [.. new[] { 2.0, 3.0, 1.0 }.Select(acc => Logged(run => run["acc"].Append(acc)))];
        using var project = store.ProjectObject();

        Assert.Equal([ids[1], ids[0]], project.FetchRunsTable(new() { SortBy = "acc", Limit = 2 }).Select(row => row.Id));
        Assert.Equal([ids[2], ids[0], ids[1]], project.FetchRunsTable(new() { SortBy = "/acc", Ascending = true }).Select(row => row.Id));
    }

    [Fact]
    public void Only_the_columns_that_were_asked_for_are_fetched_and_the_id_and_the_sorted_one()
    {
        Logged(run => run.Assign("", new { a = 1, b = 2, c = 3 }));
        using var project = store.ProjectObject();

        var row = Assert.Single(project.FetchRunsTable(new() { Columns = ["a", "z"], SortBy = "b" }));

        Assert.Equal(["a", "b", "sys/id"], row.Columns);
        Assert.Null(row["z"]);
        Assert.Contains("TableQuery.Columns", Assert.Throws<NeptuneOptionsException>(() => row["c"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_tables_are_fetched_page_by_page()
    {
        using var project = store.ProjectObject();
        using (var engine = store.Open())
        {
            var record = engine.FindProject(Core.ProjectName.Parse(TemporaryStore.Project))!;
            for (var i = 0; i < 1234; i++)
                engine.CreateRun(record, null, "ada", DateTimeOffset.UtcNow);
        }

        var table = project.FetchRunsTable(new() { Columns = [], Ascending = true });

        var expected = Enumerable.Range(1, 1234).Select(i => $"CLS-{i}").ToArray();
        Assert.Equal(expected, table.Select(row => row.Id));
        Assert.Equal(expected, await table.ReadAsync().Select(row => row.Id).ToArrayAsync());
        Assert.Equal(expected[..1150], (await project.FetchRunsTableAsync(new() { Columns = [], Ascending = true, Limit = 1150 })).Select(row => row.Id));
    }

    [Fact]
    public void What_cannot_be_asked_is_an_error_at_the_call()
    {
        using var project = store.ProjectObject();

        Assert.Equal(3, Assert.Throws<NeptuneQueryException>(() => project.FetchRunsTable(new() { Nql = "lr" + "  " })).Position - 1);
        Assert.Throws<NeptuneOptionsException>(() => project.FetchRunsTable(new() { Nql = "", Tags = ["a"] }));
        Assert.Throws<NeptuneOptionsException>(() => project.FetchRunsTable(new() { Limit = 0 }));
        Assert.Throws<NeptuneOptionsException>(() => project.FetchRunsTable(new() { States = ["dead"] }));
        Assert.Throws<NeptuneOptionsException>(() => project.FetchRunsTable(new() { SortBy = "acc" }));
        Assert.Throws<NeptunePathException>(() => project.FetchRunsTable(new() { SortBy = "" }));
        Assert.Empty(project.FetchRunsTable());
    }

    [Fact]
    public async Task Models_and_their_versions_have_tables()
    {
        using var forest = store.Model("FOREST");
        using var other = store.Model("OTHER");
        using var version = store.Version(forest.Id);
        using var otherVersion = store.Version(other.Id);
        version.ChangeStage(ModelStage.Production);
        using var project = store.ProjectObject();

        Assert.Equal([forest.Id, other.Id], project.FetchModelsTable(new() { Ascending = true }).Select(row => row.Id));
        var row = Assert.Single(forest.FetchModelVersionsTable(new() { Nql = "`sys/stage`:string = production OR `sys/stage`:string = none" }));
        Assert.Equal((version.Id, ModelStage.Production), (row.Id, row.Get<ModelStage>("sys/stage")));
        Assert.Equal([otherVersion.Id], (await other.FetchModelVersionsTableAsync()).Select(found => found.Id));
        Assert.Equal(2, (await project.FetchModelsTableAsync()).ToRows().Count);
    }

    [Fact]
    public void A_model_sees_what_it_has_just_written()
    {
        using var project = store.ProjectObject();
        using var forest = store.Model("FOREST");
        forest["size"] = 3;
        forest.Wait();

        Assert.Equal(3L, Assert.Single(project.FetchModelsTable(new() { Nql = "size = 3" }))["size"]);
    }

    [Fact]
    public void A_table_by_columns_has_a_value_for_every_row()
    {
        Logged(run => run.Assign("", new { lr = 0.1, monitoring = new { cpu = 5 } }));
        Logged(run => run["model"].Upload(NeptuneFile.FromText("weights")));
        using var project = store.ProjectObject();

        var columns = project.FetchRunsTable(new() { Columns = ["lr", "model", "monitoring/cpu"], Ascending = true }).ToColumns();

        Assert.Equal(["sys/creation_time", "sys/id", "lr", "monitoring/cpu"], columns.Keys);
        Assert.Equal([0.1, null], columns["lr"]);
    }

    [Fact]
    public void A_stopped_project_has_the_rows_that_were_fetched_and_no_new_tables()
    {
        Logged(_ => { });
        var project = store.ProjectObject();
        var table = project.FetchRunsTable();

        project.Stop();

        Assert.Single(table);
        Assert.Throws<NeptuneStoppedException>(() => project.FetchRunsTable());
    }

    private string Logged(Action<Run> log)
    {
        using var run = store.Run();
        log(run);
        return run.Id;
    }
}
