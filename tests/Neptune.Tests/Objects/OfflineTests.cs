using Microsoft.Extensions.Logging.Abstractions;
using Neptune.Backends;
using Neptune.Journal;
using Neptune.Pumping;
using Neptune.Storage;

namespace Neptune.Tests.Objects;

public sealed class OfflineTests : IDisposable
{
    private readonly TemporaryStore store = new();

    [Fact]
    public void An_offline_run_touches_no_store_and_is_synced_whole()
    {
        using (var run = store.Run(ConnectionMode.Offline, o => (o.CustomRunId, o.Name, o.Tags) = ("mine", "offline run", ["a"])))
        {
            run.Assign("params", new { lr = 0.5 });
            run["loss"].Extend([3.0, 2.0, 1.0]);
            run["notes"].Upload(NeptuneFile.FromText("kept"));
            run["log"].Append("line");
            Assert.False(Store.Exists(store.Folder));
        }

        Assert.Equal(["CLS-1"], SyncAll());
        using var synced = store.ReadOnly("CLS-1");
        Assert.Equal(0.5, synced["params/lr"].Fetch<double>());
        Assert.Equal([3.0, 2.0, 1.0], synced["loss"].FetchValues<double>().Values.ToArray());
        Assert.Equal("offline run", synced["sys/name"].Fetch<string>());
        Assert.Equal("mine", synced["sys/custom_run_id"].Fetch<string>());
        Assert.Equal(["a"], synced["sys/tags"].Fetch<string[]>());
        synced["notes"].Download(Path.Combine(store.Home, "notes.txt"));
        Assert.Equal("kept", File.ReadAllText(Path.Combine(store.Home, "notes.txt")));
        Assert.Empty(Directory.GetDirectories(OfflineBackend.RootOf(store.Folder)));
        Assert.Empty(SyncAll());
    }

    [Fact]
    public void Files_that_were_logged_offline_are_synced_with_their_contents_though_the_originals_are_gone()
    {
        var data = Path.Combine(store.Home, "data.csv");
        File.WriteAllText(data, "kept");
        using (var run = store.Run(ConnectionMode.Offline))
        {
            run["series"].Append(NeptuneFile.FromPath(data), step: 3);
            run["set"].UploadFiles(data);
            run["artifact"].TrackFiles(data);
        }
        File.Delete(data);

        Assert.Equal(["CLS-1"], SyncAll());
        using var synced = store.ReadOnly("CLS-1");
        synced["series"].Download(Path.Combine(store.Home, "series"));
        synced["set"].Download(Path.Combine(store.Home, "set"));
        Assert.Equal("kept", File.ReadAllText(Path.Combine(store.Home, "series", "3.csv")));
        Assert.Equal("kept", File.ReadAllText(Path.Combine(store.Home, "set", "data.csv")));
        Assert.Equal("data.csv", Assert.Single(synced["artifact"].FetchFilesList()).Path);
    }

    [Fact]
    public void All_kinds_of_objects_can_be_used_offline_together()
    {
        using (var model = Offline(new ModelOptions { Key = "FOREST" }, Model.Init))
        using (var version = Offline(new ModelVersionOptions { Model = model.Id }, ModelVersion.Init))
        using (var project = Offline(new ProjectOptions(), Project.Init))
        {
            model["about"] = "trees";
            version["accuracy"] = 0.9;
            version.ChangeStage(ModelStage.Staging);
            project["data"] = "adult";
        }

        Assert.Equal(["CLS", "CLS-FOREST", "CLS-FOREST-1"], SyncAll().Order(StringComparer.Ordinal));
        using var synced = ModelVersion.Init(store.Quiet(new ModelVersionOptions { WithId = "CLS-FOREST-1" }, ConnectionMode.ReadOnly));
        Assert.Equal(0.9, synced["accuracy"].Fetch<double>());
        Assert.Equal("staging", synced["sys/stage"].Fetch<string>());
        using var syncedProject = store.ProjectObject();
        Assert.Equal("adult", syncedProject["data"].Fetch<string>());
    }

    [Fact]
    public void Versions_made_offline_for_one_content_become_one_version()
    {
        var sha256 = new string('a', 64);
        using (var model = Offline(new ModelOptions { Key = "FOREST" }, Model.Init))
        {
            for (var i = 0; i < 2; i++)
            {
                using var version = Offline(new ModelVersionOptions { Model = model.Id, Sha256 = sha256 }, ModelVersion.Init);
                version["attempt"] = i;
            }
        }

        Assert.Equal(["CLS-FOREST", "CLS-FOREST-1", "CLS-FOREST-1"], SyncAll().Order(StringComparer.Ordinal));
        using var synced = ModelVersion.Init(store.Quiet(new ModelVersionOptions { Model = "CLS-FOREST", Sha256 = sha256 }));
        Assert.Equal(("CLS-FOREST-1", 1), (synced.Id, synced["attempt"].Fetch<int>()));
    }

    [Fact]
    public void An_existing_run_can_be_continued_offline()
    {
        using (var run = store.Run())
            run["loss"].Append(1);
        using (var offline = store.Run(ConnectionMode.Offline, o => o.WithId = "CLS-1"))
            offline["loss"].Append(2);

        SyncAll();

        using var synced = store.ReadOnly("CLS-1");
        Assert.Equal([1.0, 2.0], synced["loss"].FetchValues<double>().Values.ToArray());
    }

    [Fact]
    public void A_model_that_exists_already_gets_what_was_logged_offline()
    {
        store.Model("FOREST").Dispose();
        using (var model = Offline(new ModelOptions { Key = "FOREST" }, Model.Init))
            model["about"] = "trees";

        Assert.Equal(["CLS-FOREST"], SyncAll());

        using var synced = Model.Init(store.Quiet(new ModelOptions { WithId = "CLS-FOREST" }, ConnectionMode.ReadOnly));
        Assert.Equal("trees", synced["about"].Fetch<string>());
    }

    [Fact]
    public void Reading_offline_is_an_error_that_says_what_to_do()
    {
        using var run = store.Run(ConnectionMode.Offline);
        run["x"] = 1;

        Assert.Contains("neptune sync", Assert.Throws<NeptuneOfflineException>(() => run["x"].Fetch<int>()).Message);
        Assert.Throws<NeptuneFieldTypeException>(() => run["x"] = "text");
        Assert.True(run.Exists("x"));
        run.Wait();
    }

    [Fact]
    public void What_was_logged_for_a_run_that_is_gone_is_kept_and_named()
    {
        store.Run().Dispose();
        using (var offline = store.Run(ConnectionMode.Offline, o => o.WithId = "CLS-99"))
            offline["x"] = 1;

        Assert.Contains("CLS-99", Assert.Throws<NeptuneNotFoundException>(() => SyncAll()).Message);
        Assert.Single(Directory.GetDirectories(OfflineBackend.RootOf(store.Folder)));
    }

    [Fact]
    public void A_living_offline_run_is_left_alone()
    {
        using var run = store.Run(ConnectionMode.Offline);
        run["x"] = 1;

        Assert.Empty(SyncAll());
    }

    [Fact]
    public void What_is_made_offline_beside_each_other_is_synced_together()
    {
        using (var model = Model.Init(store.Quiet(new ModelOptions { Key = "FOREST" }, ConnectionMode.Offline)))
        using (var version = ModelVersion.Init(new() { Model = model.Id, Beside = model }))
        {
            version["accuracy"] = 0.9;
            Assert.Equal(ConnectionMode.Offline, version.Mode);
        }

        Assert.Equal(["CLS-FOREST", "CLS-FOREST-1"], SyncAll());
    }

    [Fact]
    public void A_run_that_was_made_offline_can_be_gone_on_with_beside_itself()
    {
        var run = store.Run(ConnectionMode.Offline);
        run["loss"].Append(1);
        run.Stop();

        using (var again = store.Run(ConnectionMode.Offline, o => (o.WithId, o.Beside) = (run.Id, run)))
            again["loss"].Append(2);

        Assert.Equal(["CLS-1", "CLS-1"], SyncAll());
        using var synced = store.ReadOnly("CLS-1");
        Assert.Equal([1.0, 2.0], synced["loss"].FetchValues<double>().Values.ToArray());
    }

    [Fact]
    public void Objects_made_offline_that_name_each_other_do_so_by_their_ids_after_the_sync()
    {
        store.Run().Dispose();
        using (var run = store.Run(ConnectionMode.Offline))
        using (var child = run.InitChild())
        using (var model = Model.Init(new() { Key = "FOREST", Beside = run }))
        using (var version = ModelVersion.Init(new() { Model = model.Id, Beside = run }))
        {
            run["model/version"] = version.Id;
            version["run/id"] = run.Id;
            version["notes"] = $"made by {run.Id}";
            child["what"] = "OFFLINE-OTHER";
        }

        SyncAll();

        using var synced = store.ReadOnly("CLS-2");
        Assert.Equal("CLS-FOREST-1", synced["model/version"].Fetch<string>());
        Assert.Equal(["CLS-3"], synced["children"].Fetch<string[]>());
        using var syncedChild = store.ReadOnly("CLS-3");
        Assert.Equal(("CLS-2", "OFFLINE-OTHER"), (syncedChild["parent/id"].Fetch<string>(), syncedChild["what"].Fetch<string>()));
        using var syncedVersion = ModelVersion.Init(store.Quiet(new ModelVersionOptions { WithId = "CLS-FOREST-1" }, ConnectionMode.ReadOnly));
        Assert.Equal("CLS-2", syncedVersion["run/id"].Fetch<string>());
        Assert.StartsWith("made by OFFLINE-", syncedVersion["notes"].Fetch<string>());
    }

    [Fact]
    public void An_unhandled_exception_marks_an_offline_run_as_failed_too()
    {
        var result = Child.RunToEnd(store.Home, "fail", "in-using-offline");

        Assert.DoesNotContain(nameof(NeptuneNotFoundException), result.Errors, StringComparison.Ordinal);
        Assert.Equal(["CLS-1"], SyncAll());
        using var synced = store.ReadOnly("CLS-1");
        Assert.True(synced["sys/failed"].Fetch<bool>());
        Assert.Equal(1, synced["loss"].FetchLast<double>());
    }

    [Fact]
    public void Debug_mode_works_like_any_other_and_leaves_nothing_behind()
    {
        using (var run = store.Run(ConnectionMode.Debug))
        {
            run["x"] = 1;
            run["loss"].Extend([1.0, 2.0]);
            Assert.Equal(1, run["x"].Fetch<int>());
            Assert.Equal(2, run["loss"].FetchLast<double>());
            using var again = store.Run(ConnectionMode.Debug, o => o.WithId = run.Id);
            Assert.Equal(1, again["x"].Fetch<int>());
        }

        Assert.False(Directory.Exists(store.Folder));
    }

    public void Dispose() => store.Dispose();

    private T Offline<T, TOptions>(TOptions options, Func<TOptions, T> init)
        where TOptions : ObjectOptions => init(store.Quiet(options, ConnectionMode.Offline));

    private List<string> SyncAll()
    {
        var ids = new List<string>();
        using var backend = new EmbeddedBackend(store.Folder, readOnly: false);
        OfflineSync.Run(backend, NullLogger.Instance, progress: (_, target) => ids.Add(target.SysId));
        return ids;
    }
}
