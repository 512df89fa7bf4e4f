using Microsoft.ML;
using Microsoft.ML.Trainers.FastTree;
using Neptune;
using Neptune.ML;
using QuickStart;

var ml = new MLContext(seed: 7);
var data = IncomeData.Load(ml, Path.Combine(AppContext.BaseDirectory, "data", "adult.txt"));
var pipeline = IncomeData.Featurizer(ml).Append(ml.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options
{
    NumberOfTrees = 150,
    NumberOfLeaves = 20,
    LearningRate = 0.1,
    TestFrequency = 1, // a point after every tree; without it there are about ten
}));

// A run is a tree of typed fields. Its store, the folder .neptune, is created on first use and needs no server.
using var run = Run.Init(new() { Name = "Income by FastTree", Tags = ["quickstart", "fasttree"] });
using var project = Project.Init();

// Anything can be a field: values from a dictionary, from an anonymous object, one by one.
run["data/rows"] = new Dictionary<string, int> { ["train"] = IncomeData.Rows(data.Train), ["validation"] = IncomeData.Rows(data.Validation), ["test"] = IncomeData.Rows(data.Test) };
run.Assign("data/columns", new { used = (string[])[.. IncomeData.Numbers, .. IncomeData.Categories], leftOut = IncomeData.LeftOut });

// The callback logs the settings of the whole pipeline and, while it trains, train/loss and validation/loss.
var model = pipeline.Fit(data.Train, new NeptuneCallback(run), validation: data.Validation);

// Metrics and charts, such as the ROC curve, on rows that took no part in training.
model.Transform(data.Test).LogEvaluationTo(run, "test");

// The model: in the run that made it, and as the next version of the registered model.
model.LogTo(run, "model", data.Train.Schema);
model.RegisterTo(project, key: "INCOME", run).Dispose();

run.Stop();
Report.Print(run.Id);

// In the browser, live, until Ctrl+C.
if (args.Contains("--open"))
    App.Show(run.Id);
