using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.ML;
using Neptune;
using QuickStart;

var folder = Directory.CreateDirectory(args is [var given] ? given : "models").FullName;
var ml = new MLContext(seed: 7);
var data = IncomeData.Load(ml, Path.Combine(AppContext.BaseDirectory, "data", "adult.txt"));

// A few trees are what is in use: the first version of INCOME, registered by code, and a model of its own that others ship.
var baseline = Path.Combine(folder, "baseline.zip");
var modest = Fit(trees: 5, baseline);
Register("BASELINE", baseline, modest);
Register("INCOME", baseline, modest);

// More trees are the candidate: a file and its metrics. The build of the app registers it.
var candidate = Path.Combine(folder, "income.zip");
using var run = Run.Init(new() { Name = "Income by FastTree", Tags = ["build-registration"] });
var auc = Fit(trees: 40, candidate);
run["test/auc"] = auc;
run["model/file"].Upload(candidate);
File.WriteAllText(Path.Combine(folder, "income.metrics.json"), JsonSerializer.Serialize(new { test = new { auc } }));
Console.WriteLine($"{candidate}: AUC {auc:F4}, the one in use has {modest:F4}");

double Fit(int trees, string file)
{
    var model = IncomeData.Featurizer(ml).Append(ml.BinaryClassification.Trainers.FastTree(numberOfTrees: trees)).Fit(data.Train);
    ml.Model.Save(model, data.Train.Schema, file);
    return ml.BinaryClassification.Evaluate(model.Transform(data.Test)).AreaUnderRocCurve;
}

static void Register(string key, string file, double auc)
{
    using var model = Model.Init(new() { Key = key, IfExists = IfExists.Open });
    using var version = ModelVersion.Init(new() { Model = model.Id, Sha256 = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))) });
    version["model/file"].Upload(file);
    version["test/auc"] = auc;
    version.ChangeStage(ModelStage.Production);
}
