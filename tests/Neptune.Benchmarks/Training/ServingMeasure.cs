using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.ML;
using Microsoft.ML.Data;
using Neptune.Benchmarks.Reporting;
using Neptune.ML;

namespace Neptune.Benchmarks.Training;

/// <summary>What a prediction costs through the engines that follow a stage, and how fast data are hashed and described.</summary>
internal static class ServingMeasure
{
    private const int Slots = 20;
    private const string Key = "SERVED";
    private const string PredictionUnit = "ns";
    private const string DataUnit = "MB/s";

    public static Report Run(bool quick)
    {
        using var workspace = new Workspace();
        var ml = new MLContext(seed: 1);
        var rows = Rows(quick ? 20_000 : 200_000);
        var view = ml.Data.LoadFromEnumerable(rows);
        var model = ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(ml.Data.TakeRows(view, 5_000));
        using var run = Runs.Quiet(workspace.Folder);
        model.LogTo(run, "model", view.Schema);
        using (var project = Project.Init(new() { StorePath = workspace.Folder, Project = "local/benchmarks" }))
        using (var version = model.RegisterTo(project, Key, run))
            version.ChangeStage(ModelStage.Production);
        using var services = new ServiceCollection()
            .AddNeptunePredictionEngine<Row, Output>(Key, ModelStage.Production, options => (options.StorePath, options.Project) = (workspace.Folder, "local/benchmarks"))
            .BuildServiceProvider();
        var engine = services.GetRequiredService<NeptunePredictionEngine<Row, Output>>();
        using var bare = ml.Model.CreatePredictionEngine<Row, Output>(model);
        var calls = quick ? 20_000 : 500_000;
        var predictions = Samples.Interleaved(quick ? 1 : 9, () => Each(calls, i => bare.Predict(rows[i % rows.Length])), () => Each(calls, i => engine.Predict(rows[i % rows.Length])));
        var megabytes = rows.Length * ((Slots * sizeof(float)) + 1.0) / 1e6;
        var number = 0;
        var passes = Samples.Interleaved(quick ? 1 : 5, () => megabytes / Seconds(() => Read(view)), () => megabytes / Seconds(() => view.LogDataTo(run, $"data/{number++}")));
        var alone = new Figure("PredictionEngine.Predict", PredictionUnit, predictions[0]);
        var read = new Figure("reading the rows alone", DataUnit, passes[0]);
        return new(
            "Serving, and describing data",
            $"A logistic regression of {Slots} features answers {calls:N0} times on one thread, from an engine of ML.NET itself and from the pool that follows a stage; nobody logs or traces. Then {rows.Length:N0} rows of {megabytes:N0} MB in memory are gone over once: only read, and by LogDataTo, which hashes them, counts labels and missing values, and keeps minimum, maximum, mean and deviation of each column.",
            [
                alone,
                new("NeptunePredictionEngine.Predict", PredictionUnit, predictions[1]) { Beside = alone },
                read,
                new("LogDataTo", DataUnit, passes[1]) { Beside = read },
            ]);
    }

    private static double Each(int calls, Action<int> call) => Seconds(() =>
    {
        for (var i = 0; i < calls; i++)
            call(i);
    }) * 1e9 / calls;

    private static void Read(IDataView view)
    {
        using var cursor = view.GetRowCursor(view.Schema);
        var (features, label) = (cursor.GetGetter<VBuffer<float>>(view.Schema["Features"]), cursor.GetGetter<bool>(view.Schema["Label"]));
        var (vector, truth) = (default(VBuffer<float>), false);
        while (cursor.MoveNext())
        {
            features(ref vector);
            label(ref truth);
        }
    }

    private static double Seconds(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalSeconds;
    }

    private static Row[] Rows(int count)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            float[] features = [.. Enumerable.Range(0, Slots).Select(_ => random.NextSingle())];
            return new Row { Features = features, Label = features[0] + features[1] > 1 };
        })];
    }

    private sealed class Row
    {
        [VectorType(Slots)]
        public float[] Features { get; set; } = [];

        public bool Label { get; set; }
    }

    private sealed class Output
    {
        public float Probability { get; set; }
    }
}
