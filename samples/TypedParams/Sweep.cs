using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;
using Neptune;
using QuickStart;

namespace TypedParams;

/// <summary>Trains one model per combination of hyper-parameters, each in a run of its own.</summary>
internal sealed class Sweep
{
    private const int Seed = 7;

    private readonly MLContext ml = new(Seed);
    private readonly IDataView train;
    private readonly IDataView validation;
    private readonly IDataView test;

    public Sweep(string file)
    {
        var data = IncomeData.Load(ml, file);
        var features = IncomeData.Featurizer(ml).Fit(data.Train);
        train = ml.Data.Cache(features.Transform(data.Train));
        validation = ml.Data.Cache(features.Transform(data.Validation));
        test = ml.Data.Cache(features.Transform(data.Test));
    }

    /// <summary>All combinations around a starting point.</summary>
    public static IEnumerable<SweepParams> Around(SweepParams start) =>
        from trees in (int[])[start.Trees / 2, start.Trees]
        from leaves in (int[])[start.Leaves / 2, start.Leaves, start.Leaves * 2]
        from learningRate in (double[])[start.LearningRate / 2, start.LearningRate]
        select start with { Trees = trees, Leaves = leaves, LearningRate = learningRate };

    public void Train(SweepParams given)
    {
        using var run = Run.Init(new() { Name = $"{given.Trees} trees of {given.Leaves} leaves", Tags = ["sweep"], CaptureHardwareMetrics = false });
        run.Params = given;

        using var reports = new LossReports(ml, run.Validation.Loss);
        var model = ml.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options
        {
            NumberOfTrees = given.Trees,
            NumberOfLeaves = given.Leaves,
            LearningRate = given.LearningRate,
            TestFrequency = 1,
        }).Fit(train, validation);

        var metrics = ml.BinaryClassification.Evaluate(model.Transform(test));
        run.Test = new TestMetrics { Auc = metrics.AreaUnderRocCurve, Accuracy = metrics.Accuracy };
    }
}
