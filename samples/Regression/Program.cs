using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;
using Neptune;
using Neptune.ML;

var ml = new MLContext(seed: 7);
var rows = ml.Data.LoadFromTextFile(
    Path.Combine(AppContext.BaseDirectory, "data", "generated_regression_dataset.csv"),
    new TextLoader.Options { HasHeader = true, Separators = [';'], Columns = [new("Features", DataKind.Single, 0, 10), new("Label", DataKind.Single, 11)] });
var split = ml.Data.TrainTestSplit(rows, testFraction: 0.3);
var (test, rest) = (split.TestSet, ml.Data.TrainTestSplit(split.TrainSet, testFraction: 0.2));
var (train, validation) = (rest.TrainSet, rest.TestSet);

// Three ways to learn the same thing, each in a run of its own.
Train("linear", ml.Transforms.NormalizeMeanVariance("Features").Append(ml.Regression.Trainers.Sdca(new SdcaRegressionTrainer.Options { NumberOfThreads = 1, MaximumNumberOfIterations = 50 })));
Train("trees", ml.Regression.Trainers.FastTree(new FastTreeRegressionTrainer.Options { NumberOfTrees = 200, NumberOfThreads = 1 }));
Train("additive", ml.Regression.Trainers.Gam(new GamRegressionTrainer.Options { NumberOfIterations = 5000, NumberOfThreads = 1 }));

// Which was best? A query over all runs of the project.
using var project = Project.Init();
Console.WriteLine();
Console.WriteLine($"{"run",-14} {"name",-10} {"test RMSE",10} {"test R²",8}");
foreach (var row in project.FetchRunsTable(new() { Tags = ["regression"], SortBy = "test/rmse", Ascending = true, Columns = ["sys/name", "test/rmse", "test/r2"] }))
    Console.WriteLine($"{row.Id,-14} {row["sys/name"],-10} {row["test/rmse"],10:F3} {row["test/r2"],8:F4}");
Console.WriteLine("""

    Curves of one:     dotnet run --project src/Neptune.Cli -- show RUN
    Residuals of one:  dotnet run --project src/Neptune.Cli -- get RUN test/charts/residuals
    Two side by side:  dotnet run --project src/Neptune.Cli -- diff RUN RUN
    """);

void Train<TTransformer>(string name, IEstimator<TTransformer> pipeline)
    where TTransformer : class, ITransformer
{
    using var run = Run.Init(new() { Name = name, Tags = ["regression"] });
    train.LogDataTo(run, "data/train");
    test.LogDataTo(run, "data/test");
    var model = pipeline.Fit(train, new NeptuneCallback(run), validation);
    model.Transform(test).LogEvaluationTo(run, "test");
    model.LogTo(run, "model", train);
}
