using Microsoft.ML;
using Neptune.ML.Training.Curves;

namespace Neptune.ML.Tests.Training;

public sealed class StagedAucTests
{
    [Fact]
    public void Each_iteration_has_the_area_that_ML_NET_measures()
    {
        var ml = new MLContext(seed: 1);
        var random = new Random(1);
        var auc = new StagedAuc();
        var rows = Enumerable.Range(0, 500).Select(_ => (Label: random.Next(3) == 0, Stages: (double[])[random.Next(5) - 2, (random.NextDouble() - 0.5) * 1e-3, (random.NextDouble() - 0.4) * 1e6])).ToArray();
        foreach (var (label, stages) in rows)
            auc.Add(stages, label);

        var areas = auc.Values();

        Assert.NotNull(areas);
        for (var i = 0; i < areas.Length; i++)
        {
            var scored = ml.Data.LoadFromEnumerable(rows.Select(row => new Scored { Label = row.Label, Score = (float)row.Stages[i], PredictedLabel = row.Stages[i] > 0 }).ToArray());
            Assert.Equal(ml.BinaryClassification.EvaluateNonCalibrated(scored).AreaUnderRocCurve, areas[i], 1e-9);
        }
    }

    [Fact]
    public void Rows_of_one_class_have_no_area()
    {
        var auc = new StagedAuc();
        auc.Add([1, 2], label: true);

        Assert.Null(auc.Values());
    }

    private sealed class Scored
    {
        public bool Label { get; set; }

        public float Score { get; set; }

        public bool PredictedLabel { get; set; }
    }
}
