using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;
using Neptune;
using QuickStart;

const int Seed = 7;
var ml = new MLContext(Seed);
var data = IncomeData.Load(ml, Path.Combine(AppContext.BaseDirectory, "data", "adult.txt"));
var options = new FastTreeBinaryTrainer.Options
{
    NumberOfTrees = 150,
    NumberOfLeaves = 20,
    LearningRate = 0.1,
    TestFrequency = 1, // report the loss after every tree
};

// A run is a tree of typed fields. Its store, the folder .neptune, is created on first use and needs no server.
using var run = Run.Init(new() { Name = "Income by FastTree", Tags = ["quickstart", "fasttree"] });

// Parameters from an anonymous object, from a dictionary, one by one: each value becomes a field.
run.Assign("params", new { trainer = "FastTree", trees = options.NumberOfTrees, leaves = options.NumberOfLeaves, learningRate = options.LearningRate, seed = Seed });
run["data/rows"] = new Dictionary<string, int> { ["train"] = IncomeData.Rows(data.Train), ["validation"] = IncomeData.Rows(data.Validation), ["test"] = IncomeData.Rows(data.Test) };
run.Assign("data/columns", new { used = (string[])[.. IncomeData.Numbers, .. IncomeData.Categories], leftOut = IncomeData.LeftOut });
run.Assign("environment", MachineInfo.Current());

// Training, with a point in train/loss and validation/loss after every tree.
using var curve = new LossCurve(ml, run);
var features = IncomeData.Featurizer(ml).Fit(data.Train);
var trees = ml.BinaryClassification.Trainers.FastTree(options).Fit(features.Transform(data.Train), features.Transform(data.Validation));
var model = features.Append(trees);

// Metrics on rows that took no part in training. An object with properties becomes one field per property.
var metrics = ml.BinaryClassification.Evaluate(model.Transform(data.Test));
run.Assign("test", metrics);
run["test/confusion"].Upload(NeptuneFile.FromText(metrics.ConfusionMatrix.GetFormattedConfusionTable()));

// The model: in the run that made it, and as the next version of the registered model.
var zip = ModelFile.Of(ml, model, data.Train.Schema);
run["model/file"].Upload(zip);
run["model/version"] = Registry.AddVersion("INCOME", run, zip, metrics);

run.Stop();
Report.Print(run.Id);
