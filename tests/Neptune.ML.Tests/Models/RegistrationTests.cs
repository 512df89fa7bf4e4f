using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.ML;
using Microsoft.ML.Data;
using Neptune.ML.Models;

namespace Neptune.ML.Tests.Models;

public sealed class RegistrationTests : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly MLContext ml = new(seed: 1);

    public void Dispose() => store.Dispose();

    [Fact]
    public void A_registered_version_and_its_run_link_to_each_other_and_share_metrics()
    {
        using var run = store.Run();
        using var project = store.Project();
        var (data, model) = Train();
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(data));
        metrics.LogTo(run, "test");
        model.LogTo(run, "model", data.Schema);

        using var version = model.RegisterTo(project, key: "CANCER", run);

        Assert.Equal("MLNET-CANCER-1", version.Id);
        Assert.Equal(version.Id, run["model/version"].Fetch<string>());
        Assert.Equal(run.Id, version["run/id"].Fetch<string>());
        Assert.Equal(metrics.AreaUnderRocCurve, version["test/auc"].Fetch<double>());
        Assert.Equal(run["model/hash"].Fetch<string>(), version["model/hash"].Fetch<string>());
    }

    [Fact]
    public void The_model_of_a_stage_predicts_as_the_model_that_was_trained()
    {
        using var run = store.Run();
        using var project = store.Project();
        var (data, model) = Train();
        using (var version = model.RegisterTo(project, key: "CANCER", run, data.Schema))
            version.ChangeStage(ModelStage.Production);

        var loaded = project.LoadModel("CANCER", ModelStage.Production);

        Assert.Equal(Scores(model, data), Scores(loaded, data));
    }

    [Fact]
    public void The_newest_version_of_a_stage_is_loaded()
    {
        using var run = store.Run();
        using var project = store.Project();
        var (data, old) = Train();
        var newer = ml.Transforms.ReplaceMissingValues("Features").Append(ml.BinaryClassification.Trainers.SdcaLogisticRegression(maximumNumberOfIterations: 1)).Fit(data);
        foreach (var model in (ITransformer[])[old, newer])
        {
            using var version = model.RegisterTo(project, key: "CANCER", run, data.Schema);
            version.ChangeStage(ModelStage.Production);
        }

        var loaded = project.LoadModel("CANCER", ModelStage.Production, ml);

        Assert.Equal(Scores(newer, data), Scores(loaded, data));
        Assert.NotEqual(Scores(old, data), Scores(loaded, data));
    }

    [Fact]
    public void A_stage_without_a_version_says_what_to_do()
    {
        using var run = store.Run();
        using var project = store.Project();
        var (data, model) = Train();
        model.RegisterTo(project, key: "CANCER", run, data.Schema).Dispose();

        var error = Assert.Throws<NeptuneNotFoundException>(() => project.LoadModel("CANCER", ModelStage.Staging));

        Assert.Contains("No version of MLNET-CANCER is in the stage Staging", error.Message);
    }

    [Fact]
    public void A_model_whose_columns_are_not_known_is_not_registered()
    {
        using var run = store.Run();
        using var project = store.Project();
        var (_, model) = Train();

        var error = Assert.Throws<NeptuneOptionsException>(() => model.RegisterTo(project, key: "CANCER", run));

        Assert.Contains("model.LogTo", error.Message);
        Assert.Empty(project.FetchModelsTable());
    }

    [Fact]
    public void A_model_that_does_not_take_the_columns_or_cannot_be_saved_makes_no_version()
    {
        using var run = store.Run();
        using var project = store.Project();
        var (data, model) = Train();
        var unnamed = ml.Transforms.CustomMapping<Truth, Truth>((from, to) => to.Label = from.Label, contractName: null).Fit(data);

        Assert.Throws<NeptuneOptionsException>(() => model.RegisterTo(project, key: "CANCER", run, ml.Transforms.DropColumns("Features").Fit(data).GetOutputSchema(data.Schema)));
        Assert.Throws<NeptuneOptionsException>(() => unnamed.RegisterTo(project, key: "CANCER", run, data.Schema));

        Assert.Empty(project.FetchModelsTable());
        Assert.False(run.Exists("model"));
    }

    [Fact]
    public void In_debug_mode_a_model_is_registered_and_loaded_as_in_any_other_and_nothing_is_left()
    {
        using var run = store.Run(with => with.Mode = ConnectionMode.Debug);
        using var project = store.Project(ConnectionMode.Debug);
        var (data, model) = Train();
        using (var version = model.RegisterTo(project, key: "CANCER", run, data.Schema))
            version.ChangeStage(ModelStage.Staging);

        var loaded = project.LoadModel("CANCER", ModelStage.Staging);

        Assert.Equal(Scores(model, data), Scores(loaded, data));
        Assert.Empty(Directory.GetFileSystemEntries(store.Home));
    }

    [Fact]
    public void A_model_is_registered_offline_with_the_metrics_of_its_run()
    {
        using var run = store.Run(with => with.Mode = ConnectionMode.Offline);
        using var project = store.Project(ConnectionMode.Offline);
        var (data, model) = Train();
        ml.BinaryClassification.Evaluate(model.Transform(data)).LogTo(run, "test");

        using var version = model.RegisterTo(project, key: "CANCER", run, data.Schema);

        Assert.StartsWith("OFFLINE-CANCER-", version.Id);
        Assert.True(version.Exists("model/file"));
        Assert.True(version.Exists("test/auc"));
        Assert.Equal(Path.Combine(store.Home, ".neptune", "offline"), version.Url.LocalPath);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_run_or_a_project_that_takes_nothing_makes_no_version(bool runIsReadOnly)
    {
        using var run = store.Run();
        using var project = store.Project();
        run.Wait();
        using var reader = store.Run(with => (with.WithId, with.Mode) = (run.Id, ConnectionMode.ReadOnly));
        using var readOnlyProject = store.Project(ConnectionMode.ReadOnly);
        var (data, model) = Train();

        Assert.Throws<NeptuneReadOnlyException>(() => runIsReadOnly
            ? model.RegisterTo(project, key: "CANCER", reader, data.Schema)
            : model.RegisterTo(readOnlyProject, key: "CANCER", run, data.Schema));
        run.Stop();
        Assert.Throws<NeptuneStoppedException>(() => model.RegisterTo(project, key: "CANCER", run, data.Schema));

        Assert.Empty(project.FetchModelsTable());
    }

    [Fact]
    public void A_model_file_that_is_not_the_registered_one_is_refused()
    {
        using var run = store.Run();
        using var project = store.Project();
        var (data, model) = Train();
        using var version = model.RegisterTo(project, key: "CANCER", run, data.Schema);
        version["model/hash"] = "0";

        var error = Assert.Throws<NeptuneCorruptDataException>(() => version.LoadModel());

        Assert.Contains("MLNET-CANCER-1", error.Message);
    }

    [Fact]
    public void A_model_file_that_was_replaced_after_a_build_had_registered_it_is_refused()
    {
        using var run = store.Run();
        using var project = store.Project();
        var (data, model) = Train();
        using var version = model.RegisterTo(project, key: "CANCER", run, data.Schema);
        using var saved = ModelZip.Save(model, data.Schema);
        version["model/sha256"] = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(saved.Path)));
        version.Delete("model/hash");
        version.LoadModel();
        using var other = ModelZip.Save(ml.Transforms.CopyColumns("Other", "Label").Fit(data), data.Schema);
        version["model/file"].Upload(other.Path);

        var error = Assert.Throws<NeptuneCorruptDataException>(() => version.LoadModel());

        Assert.StartsWith("MLNET-CANCER-1: model/file is not the file that was registered: its model/sha256 is ", error.Message);
    }

    [Fact]
    public void A_model_file_that_claims_too_much_is_refused_before_it_is_loaded()
    {
        using var run = store.Run();
        using var project = store.Project();
        var (data, model) = Train();
        using var version = model.RegisterTo(project, key: "CANCER", run, data.Schema);
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry("TrainingInfo/Version.txt").Open())
            entry.Write(new byte[1025]);
        version["model/file"].Upload(NeptuneFile.FromBytes(zip.ToArray(), "zip"));

        var error = Assert.Throws<NeptuneCorruptDataException>(() => version.LoadModel());

        Assert.Equal("MLNET-CANCER-1: model/file is not the zip file of a model: TrainingInfo/Version.txt, the version of ML.NET, has 1025 bytes; no more than 1024 are read. Register the model again.", error.Message);
    }

    [Fact]
    public void A_zip_file_that_is_no_model_is_refused()
    {
        using var run = store.Run();
        using var project = store.Project();
        var (data, model) = Train();
        using var version = model.RegisterTo(project, key: "CANCER", run, data.Schema);
        using var zip = new MemoryStream();
        new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true).Dispose();
        version["model/file"].Upload(NeptuneFile.FromBytes(zip.ToArray(), "zip"));
        version.Delete("model/hash");

        var error = Assert.Throws<NeptuneCorruptDataException>(() => version.LoadModel());

        Assert.StartsWith("MLNET-CANCER-1: model/file is not a model that ML.NET can load", error.Message);
    }

    private (IDataView Data, ITransformer Model) Train()
    {
        var data = Datasets.BreastCancer(ml);
        return (data, ml.Transforms.ReplaceMissingValues("Features").Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression()).Fit(data));
    }

    private static float[] Scores(ITransformer model, IDataView data) => [.. model.Transform(data).GetColumn<float>("Score")];

    private sealed class Truth
    {
        public bool Label { get; set; }
    }
}
