using Classification;
using Microsoft.ML;
using Microsoft.ML.Trainers.LightGbm;
using Neptune;
using Neptune.ML;
using QuickStart;

var ml = new MLContext(seed: 7);
var data = IncomeData.Load(ml, Path.Combine(AppContext.BaseDirectory, "data", "adult.txt"));
var pipeline = IncomeData.Featurizer(ml).Append(ml.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
{
    NumberOfIterations = 300,
    NumberOfLeaves = 20,
    LearningRate = 0.1,
    EvaluationMetric = LightGbmBinaryTrainer.Options.EvaluateMetricType.Logloss,
    EarlyStoppingRound = 20, // stop when the loss on the validation rows has not sunk for so many trees
    NumberOfThreads = 1, // the same model on every machine
}));

using var run = Run.Init(new() { Name = "Income by LightGBM", Tags = ["classification", "lightgbm"] });
using var project = Project.Init();

// What it learns from: rows, content hash, schema, label distribution, preview, and the file.
data.Train.LogDataTo(run, "data/train");
data.Validation.LogDataTo(run, "data/validation");
data.Test.LogDataTo(run, "data/test");

// Training: parameters of the whole pipeline, curves of train and validation loss.
var callback = new NeptuneCallback(run);
var model = pipeline.Fit(data.Train, callback, validation: data.Validation);

// Rows that took no part in training: all metrics, confusion matrix, class report, and every curve as page and picture.
model.Transform(data.Test).LogEvaluationTo(run, "test");

// How much that depends on the rows: five folds, their mean and deviation, and all rows together as the folds scored them that had not seen them. The trainer gets no validation rows here, so it does not stop early.
var folded = IncomeData.Featurizer(ml).Append(ml.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options { NumberOfIterations = 60, NumberOfLeaves = 20, LearningRate = 0.1, NumberOfThreads = 1 }));
ml.BinaryClassification.CrossValidate(data.Train, folded.WithCallback(callback), numberOfFolds: 5).LogEvaluationTo(run, "cross_validation");

// The model: file, signature, example row, ONNX, trees, importance of features. Then the next version of the registered model.
model.LogTo(run, "model", data.Train);
model.LogPermutationImportanceTo(run, "model", data.Test, permutations: 1);
using (var version = model.RegisterTo(project, key: "INCOME", run))
    version.ChangeStage(ModelStage.Staging);

run.Stop();
Report.Print(run.Id);
