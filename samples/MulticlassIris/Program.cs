using Microsoft.ML;
using MulticlassIris;
using Neptune;
using Neptune.ML;

var ml = new MLContext(seed: 3);
var flowers = ml.Data.LoadFromTextFile<Flower>(Path.Combine(AppContext.BaseDirectory, "data", "iris.txt"), separatorChar: '\t');
var split = ml.Data.TrainTestSplit(flowers, testFraction: 0.3);

// One classifier per species, which tells it from the others.
var pipeline = ml.Transforms.Conversion.MapValueToKey("Label", nameof(Flower.Species), keyOrdinality: Microsoft.ML.Transforms.ValueToKeyMappingEstimator.KeyOrdinality.ByValue)
    .Append(ml.Transforms.Concatenate("Features", nameof(Flower.SepalLength), nameof(Flower.SepalWidth), nameof(Flower.PetalLength), nameof(Flower.PetalWidth)))
    .AppendCacheCheckpoint(ml)
    .Append(ml.Transforms.NormalizeMinMax("Features"))
    .Append(ml.MulticlassClassification.Trainers.OneVersusAll(ml.BinaryClassification.Trainers.LbfgsLogisticRegression(l2Regularization: 0.1f)));

using var run = Run.Init(new() { Name = "Iris, one versus all", Tags = ["multiclass"] });
var callback = new NeptuneCallback(run);

// A curve per class: classes/0/train/loss, classes/1/train/loss, …
var model = pipeline.Fit(split.TrainSet, callback);
model.Transform(split.TestSet).LogEvaluationTo(run, "test");
model.LogTo(run, "model", split.TrainSet);

// Each fold has its own namespace: folds/0/classes/0/train/loss, …; mean and standard deviation stand beside the folds, and what they say of all 150 flowers.
ml.MulticlassClassification.CrossValidate(flowers, pipeline.WithCallback(callback), numberOfFolds: 5).LogEvaluationTo(run, "cross_validation");

run.Stop();
Report.Print(run.Id);
