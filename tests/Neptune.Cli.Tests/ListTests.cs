using System.Text.Json;

namespace Neptune.Cli.Tests;

public sealed class ListTests : IDisposable
{
    private readonly TestStore store = new();

    [Fact]
    public void Runs_are_listed_newest_first()
    {
        var older = store.Run(name: "baseline", tags: ["demo", "größe"]);
        var newer = store.Run(name: "wider");

        var result = store.Ask("ls", "runs");

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Equal(["ID", "Name", "State", "Owner", "Created", "(UTC)", "Tags"], result.Lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith($"{newer}  wider     Finished", result.Lines[1]);
        Assert.StartsWith($"{older}  baseline  Finished", result.Lines[2]);
        Assert.EndsWith("demo, größe", result.Lines[2]);
    }

    [Fact]
    public void A_wide_table_is_not_cut_when_it_is_redirected()
    {
        var name = string.Join(' ', Enumerable.Repeat("a very long name", 30));
        store.Run(name: name, tags: ["one", "two"]);

        var result = store.Ask("ls", "runs");

        Assert.Equal(2, result.Lines.Length);
        Assert.Contains(name, result.Lines[1]);
        Assert.EndsWith("one, two", result.Lines[1]);
    }

    [Fact]
    public void What_a_store_contains_cannot_steer_the_terminal()
    {
        store.Run(name: "a\u001b[31mb\nc [red]d[/]");

        var line = store.Ask("ls", "runs").Lines[1];

        Assert.Contains("a [31mb c [red]d[/]", line);
    }

    [Fact]
    public void A_failed_run_says_so()
    {
        store.Run(run => run["sys/failed"] = true);

        Assert.Contains("  Failed  ", store.Ask("ls", "runs").Output);
    }

    [Fact]
    public void Json_has_the_fields_that_fit_a_table_by_path()
    {
        var id = store.Run(
            run =>
            {
                run["params/lr"] = 0.01;
                run["params/epochs"] = 10L;
                run["params/name"] = "größe \"x\"\nend";
                run["params/use_gpu"] = false;
                run["params/day"] = new DateTimeOffset(2025, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(2));
                run["odd/nan"] = double.NaN;
                run["odd/up"] = double.PositiveInfinity;
                run["odd/down"] = double.NegativeInfinity;
                run["train/loss"].Extend([0.9, 0.5, 0.25]);
                run["train/log"].Append("done");
                run["train/empty"].Extend(Array.Empty<double>());
                run["model"].Upload(NeptuneFile.FromText("weights"));
            },
            tags: ["b", "a"]);

        var run = Assert.Single(store.Json("ls", "runs").EnumerateArray());

        Assert.Equal(id, run.GetProperty("sys/id").GetString());
        Assert.Equal("Finished", run.GetProperty("sys/state").GetString());
        Assert.Equal(["a", "b"], run.GetProperty("sys/tags").EnumerateArray().Select(tag => tag.GetString()));
        Assert.Equal(0.01, run.GetProperty("params/lr").GetDouble());
        Assert.Equal(10, run.GetProperty("params/epochs").GetInt64());
        Assert.Equal("größe \"x\"\nend", run.GetProperty("params/name").GetString());
        Assert.Equal(JsonValueKind.False, run.GetProperty("params/use_gpu").ValueKind);
        Assert.Equal("2025-01-02T01:04:05.678Z", run.GetProperty("params/day").GetString());
        Assert.Equal(["NaN", "Infinity", "-Infinity"], new[] { "nan", "up", "down" }.Select(name => run.GetProperty($"odd/{name}").GetString()));
        Assert.Equal(0.25, run.GetProperty("train/loss").GetDouble());
        Assert.Equal("done", run.GetProperty("train/log").GetString());
        Assert.False(run.TryGetProperty("train/empty", out _));
        Assert.False(run.TryGetProperty("model", out _));
    }

    [Fact]
    public void Json_keeps_letters_of_all_languages_readable()
    {
        store.Run(name: "größe 学習");

        Assert.Contains("\"größe 学習\"", store.Ask("ls", "runs", "--json").Output);
    }

    [Fact]
    public void Json_of_nothing_is_an_empty_array()
    {
        store.Run();

        Assert.Equal(0, store.Json("ls", "models").GetArrayLength());
        Assert.StartsWith("There are no models", store.Ask("ls", "models").Output);
    }

    [Fact]
    public void More_objects_than_fit_a_batch_are_all_listed()
    {
        for (var i = 0; i < 3; i++)
            store.Run();
        using (var opened = Storage.Store.Open(new(store.Folder)))
        {
            var project = opened.ListProjects().Single();
            for (var i = 0; i < 1200; i++)
                opened.CreateRun(project, null, "test", DateTimeOffset.UtcNow);
        }

        var ids = store.Json("ls", "runs").EnumerateArray().Select(run => run.GetProperty("sys/id").GetString()).ToList();

        Assert.Equal(1203, ids.Distinct().Count());
        Assert.EndsWith("-1203", ids[0]);
        Assert.EndsWith("-1", ids[^1]);
    }

    [Fact]
    public void Models_show_how_many_versions_they_have()
    {
        var model = store.Model("FOREST");
        store.Version(model);
        store.Version(model);

        var result = store.Ask("ls", "models");

        Assert.StartsWith($"{model}  FOREST model  2", result.Lines[1]);
    }

    [Fact]
    public void Versions_show_their_model_and_stage()
    {
        var forest = store.Model("FOREST");
        var version = store.Version(forest, ModelStage.Production);
        store.Version(store.Model("TREE"));

        var all = store.Ask("ls", "versions");
        var ofForest = store.Ask("ls", "versions", "--model", forest);

        Assert.Equal(3, all.Lines.Length);
        Assert.Equal(2, ofForest.Lines.Length);
        Assert.StartsWith($"{version}  {forest}  production", ofForest.Lines[1]);
    }

    [Fact]
    public void Versions_show_the_run_they_came_from_and_the_metrics_they_are_judged_by()
    {
        var forest = store.Model("FOREST");
        var version = store.Version(forest, log: version =>
        {
            version["run/id"] = "CLS-7";
            version.Assign("test", new { auc = 0.92663, accuracy = 0.87219, f1 = 0.70191, true_positives = 984.0, classes = new { yes = new { f1 = 0.99 } } });
            version.Assign("evaluation/validation", new { auc = 0.9, rows = 100.0 });
            version.Assign("params", new { lr = 0.1 });
            version["train/duration"] = 12.5;
        });

        var line = store.Ask("ls", "versions").Lines[1];

        Assert.StartsWith($"{version}  {forest}  none   CLS-7  test/auc 0.9266, test/accuracy 0.8722, test/f1 0.7019  Untitled", line);
    }

    [Fact]
    public void All_projects_are_listed_unless_one_is_named()
    {
        var mine = store.Run();
        var other = store.Run(project: "other/project");

        var all = store.Ask("ls", "runs").Output;
        var one = store.Ask("ls", "runs", "--project", "other/project").Output;

        Assert.Contains(mine, all);
        Assert.Contains("other/project", all);
        Assert.Contains(other, one);
        Assert.DoesNotContain(mine, one);
    }

    [Fact]
    public void An_unknown_project_or_model_is_an_error()
    {
        var run = store.Run();

        var project = store.Ask("ls", "runs", "--project", "no/project");
        var model = store.Ask("ls", "versions", "--model", "NO-MODEL");
        var notAModel = store.Ask("ls", "versions", "--model", run);

        Assert.Equal((1, ""), (project.ExitCode, project.Output));
        Assert.StartsWith("neptune: There is no project no/project in ", project.Errors);
        Assert.StartsWith("neptune: There is no object NO-MODEL in ", model.Errors);
        Assert.StartsWith($"neptune: {run} is no model.", notAModel.Errors);
    }

    public void Dispose() => store.Dispose();
}
