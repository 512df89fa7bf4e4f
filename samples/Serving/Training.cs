using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;
using Neptune;
using Neptune.ML;
using QuickStart;

namespace Serving;

/// <summary>Trains models of different sizes and registers each as the next version.</summary>
internal sealed class Training(Project project)
{
    public const string Key = "INCOME";

    private readonly MLContext ml = new(seed: 7);

    /// <returns>The id of the new version.</returns>
    public string Register(int trees)
    {
        var data = IncomeData.Load(ml, Path.Combine(AppContext.BaseDirectory, "data", "adult.txt"));
        var pipeline = IncomeData.Featurizer(ml).Append(ml.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options { NumberOfTrees = trees, NumberOfThreads = 1 }));
        using var run = Run.Init(new() { Name = $"{trees} trees", Tags = ["serving"], CaptureStdout = false });
        var model = pipeline.Fit(data.Train);
        ml.BinaryClassification.Evaluate(model.Transform(data.Test)).LogTo(run, "test");
        using var version = model.RegisterTo(project, Key, run, data.Train.Schema);
        return version.Id;
    }

    public static void Promote(string versionId, ModelStage stage)
    {
        using var version = ModelVersion.Init(new() { WithId = versionId });
        version.ChangeStage(stage);
    }
}
