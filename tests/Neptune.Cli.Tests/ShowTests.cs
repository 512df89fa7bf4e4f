namespace Neptune.Cli.Tests;

public sealed class ShowTests : IDisposable
{
    private readonly TestStore store = new();

    [Fact]
    public void The_tree_has_sys_first_and_a_summary_of_each_field()
    {
        var id = store.Run(run =>
        {
            run["data/rows"] = 150L;
            run["train/loss"].Extend([1.0, 0.5, 0.75]);
            run["model"].Upload(NeptuneFile.FromBytes(new byte[2048], "onnx"));
            run["labels"].Add("b", "a");
        });

        var result = store.Ask("show", id, "--all");

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Equal($"{id} (run of {TestStore.Project})", result.Lines[0]);
        Assert.Equal("├── sys", result.Lines[Array.IndexOf(result.Lines, "Fields") + 1]);
        Assert.Contains("│   └── rows: 150", result.Lines);
        Assert.Contains("├── model: file, 2.0 kB, .onnx", result.Lines);
        Assert.Contains("├── labels: {a, b}", result.Lines);
        Assert.Equal("    └── loss: series, 3 points, last 0.75, min 0.5, max 1", result.Lines[^1]);
    }

    [Fact]
    public void A_summary_comes_first()
    {
        var id = store.Run(
            run =>
            {
                run["params"] = new Dictionary<string, object?> { ["seed"] = 7, ["trainer/lr"] = 0.1, ["trainer/leaves"] = 20, ["trainer/deep/below/x"] = 1, ["text"] = new string('x', 100) };
                run["params/defaults"].Add("trainer/leaves");
                run["train/loss"].Extend([0.9, 0.2, 0.3]);
                run["validation/loss"].Extend([0.8, 0.4, 0.5]);
                run.Assign("test", new { auc = 0.92663, accuracy = 0.87219 });
                run["model"].Upload(NeptuneFile.FromBytes(new byte[2048], "onnx"));
                run["sys/failed"] = true;
                run["sys/description"] = "first\nsecond";
            },
            name: "baseline",
            tags: ["b", "a"]);

        var lines = store.Ask("show", id).Lines;

        Assert.Equal($"{id} (run of {TestStore.Project})", lines[0]);
        Assert.Equal(
            [
                "Name         baseline",
                "Description  first second",
                "State        Failed",
                $"Owner        {Environment.UserName}",
                "Tags         a, b",
                "Parameters   seed 7, trainer/lr 0.1",
                "Metrics      test/auc 0.9266, test/accuracy 0.8722",
                "Curves       validation/loss 0.5 (best 0.4), train/loss 0.3 (best 0.2)",
                "Files        model 2.0 kB",
                "Fields",
            ],
            lines[1..13].Where(line => !line.StartsWith("Created ", StringComparison.Ordinal) && !line.StartsWith("Duration ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Defaults_what_neptune_maintains_and_large_namespaces_deep_down_are_folded()
    {
        var id = store.Run(run =>
        {
            run["params/trainer"] = new Dictionary<string, object?> { ["lr"] = 0.1, ["leaves"] = 20, ["bias"] = 0.0 };
            run["params/defaults"].Add("trainer/leaves", "trainer/bias");
            run["params/pipeline/a"] = new Dictionary<string, object?> { ["1"] = 1, ["2"] = 2, ["3"] = 3, ["4"] = 4 };
            run["params/pipeline/b"] = new Dictionary<string, object?> { ["1"] = 1 };
            run["monitoring/x/cpu"].Append(1);
        });

        var folded = store.Ask("show", id).Lines;
        var whole = store.Ask("show", id, "--all").Lines;
        var part = store.Ask("show", id, "--path", "params").Lines;

        Assert.Equal(
            [
                "├── params",
                "│   ├── pipeline",
                "│   │   ├── a: 4 fields",
                "│   │   └── b",
                "│   │       └── 1: 1",
                "│   └── trainer",
                "│       ├── lr: 0.1",
                "│       └── … 2 with their default",
            ],
            folded.SkipWhile(line => line != "├── params").Take(8));
        Assert.Contains(folded, line => line.StartsWith("├── sys: ", StringComparison.Ordinal) && line.EndsWith(" fields", StringComparison.Ordinal));
        Assert.Contains(folded, line => line.StartsWith("├── monitoring: ", StringComparison.Ordinal));
        Assert.Equal($"`neptune show {id} --all` shows what is folded, --path a part of it.", folded[^1]);
        Assert.Contains("│       ├── bias: 0", whole);
        Assert.Contains("│   ├── defaults: {trainer/bias, trainer/leaves}", whole);
        Assert.Contains("        ├── bias: 0", part);
        Assert.Contains("    │   │   └── 4: 4", part);
    }

    [Fact]
    public void Json_is_complete_with_and_without_all()
    {
        var id = store.Run(run =>
        {
            run["params/trainer/leaves"] = 20;
            run["params/defaults"].Add("trainer/leaves");
        });

        Assert.Equal(20, store.Json("show", id).GetProperty("params/trainer/leaves").GetInt32());
        Assert.Equal(store.Ask("show", id, "--json").Output, store.Ask("show", id, "--json", "--all").Output);
    }

    [Fact]
    public void Fields_that_hold_files_are_shown_by_count_and_size()
    {
        var file = Path.Combine(store.Home, "a.csv");
        File.WriteAllText(file, "hello");
        var id = store.Run(run =>
        {
            run["x/artifact"].TrackFiles(file);
            FieldWriter.AssignGitRef(run, "x/git", new("0123456789abcdef", "Fix it\n\nWhy.", "Ada", "ada@example.com", DateTimeOffset.UnixEpoch, "main", [], true));
            run["x/series"].Extend([NeptuneFile.FromText("a"), NeptuneFile.FromText("bc")]);
            run["x/set"].UploadFiles(file);
        });

        var lines = store.Ask("show", id, "--path", "x").Lines;
        var json = store.Json("show", id);

        Assert.Equal(
            [
                "    ├── artifact: artifact 8e7dc04edada, 1 file, 5 B",
                "    ├── git: commit 0123456789ab on main, with changes: Fix it",
                "    ├── series: file series, 2 files, 3 B",
                "    └── set: file set, 1 file, 5 B",
            ],
            lines[^4..]);
        Assert.Equal((2, 3, 1.0), (json.GetProperty("x/series").GetProperty("count").GetInt32(), json.GetProperty("x/series").GetProperty("size").GetInt32(), json.GetProperty("x/series").GetProperty("lastStep").GetDouble()));
        Assert.Equal(64, json.GetProperty("x/artifact").GetProperty("hash").GetString()!.Length);
        Assert.True(json.GetProperty("x/git").GetProperty("dirty").GetBoolean());
        Assert.Equal(1, json.GetProperty("x/set").GetProperty("count").GetInt32());
    }

    [Fact]
    public void A_path_narrows_it_down()
    {
        var id = store.Run(run =>
        {
            run["params/lr"] = 0.01;
            run["params2/lr"] = 0.02;
        });

        var result = store.Ask("show", id, "--path", "params");

        Assert.Equal([$"{id} (run of {TestStore.Project})", "└── params", "    └── lr: 0.01"], result.Lines);
    }

    [Fact]
    public void Json_tells_what_is_known_of_series_and_files()
    {
        var id = store.Run(run =>
        {
            run["params/lr"] = 0.01;
            run["train/loss"].Extend([1.0, 0.5, double.NaN]);
            run["train/log"].Append("done");
            run["model"].Upload(NeptuneFile.FromText("weights", "bin"));
        });

        var shown = store.Json("show", id);

        Assert.Equal(0.01, shown.GetProperty("params/lr").GetDouble());
        Assert.Equal(3, shown.GetProperty("train/loss").GetProperty("count").GetInt64());
        Assert.Equal("NaN", shown.GetProperty("train/loss").GetProperty("last").GetString());
        Assert.Equal(0.5, shown.GetProperty("train/loss").GetProperty("min").GetDouble());
        Assert.Equal("done", shown.GetProperty("train/log").GetProperty("last").GetString());
        Assert.Equal(7, shown.GetProperty("model").GetProperty("size").GetInt64());
        Assert.Equal("bin", shown.GetProperty("model").GetProperty("extension").GetString());
        Assert.Equal("sys/creation_time", shown.EnumerateObject().First().Name);
    }

    [Fact]
    public void Models_versions_and_projects_are_shown_too()
    {
        var model = store.Model("FOREST");
        var version = store.Version(model, ModelStage.Staging);
        var key = model.Split('-')[0];

        Assert.Contains($"{model} (model of {TestStore.Project})", store.Ask("show", model).Output);
        Assert.Contains("Stage        staging", store.Ask("show", version).Lines);
        Assert.Contains($"Versions     1, newest {version}", store.Ask("show", model).Lines);
        Assert.Contains($"{key} (project of {TestStore.Project})", store.Ask("show", key).Output);
    }

    [Fact]
    public void An_id_that_two_workspaces_have_needs_the_project()
    {
        var id = store.Run(run => run["here"] = "mine");
        Assert.Equal(id, store.Run(run => run["here"] = "theirs", project: "other/classification"));

        var unclear = store.Ask("get", id, "here");
        var clear = store.Ask("get", id, "here", "--project", "other/classification");

        Assert.Equal(1, unclear.ExitCode);
        Assert.Contains("--project", unclear.Errors);
        Assert.Equal("theirs", clear.Output.TrimEnd());
    }

    [Fact]
    public void An_unknown_id_or_path_is_an_error()
    {
        var id = store.Run();

        var unknown = store.Ask("show", "CLS-99");
        var nothing = store.Ask("show", id, "--path", "nothing");

        Assert.Equal((1, ""), (unknown.ExitCode, unknown.Output));
        Assert.StartsWith("neptune: There is no object CLS-99 in ", unknown.Errors);
        Assert.Equal((1, $"neptune: {id} has no field \"nothing\". `neptune show {id}` lists its fields."), (nothing.ExitCode, nothing.Errors.TrimEnd()));
    }

    public void Dispose() => store.Dispose();
}
