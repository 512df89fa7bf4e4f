using Neptune;

namespace Classification;

/// <summary>Opens the stopped run, as another program would, prints what it has, and puts the pictures where they can be looked at.</summary>
internal static class Report
{
    private static readonly string[] Pictures = ["test/pictures/roc", "test/pictures/precision_recall", "test/pictures/calibration", "test/pictures/lift", "test/pictures/scores", "test/pictures/confusion_matrix", "model/pictures/gain", "model/pictures/permutation"];

    public static void Print(string id)
    {
        using var run = Run.Init(new() { WithId = id, Mode = ConnectionMode.ReadOnly });
        Console.WriteLine();
        Row("run", $"{run.Id}, {run["sys/name"].Fetch<string>()}");
        Row("rows", $"train {run["data/train/rows"].Fetch<int>()}, validation {run["data/validation/rows"].Fetch<int>()}, test {run["data/test/rows"].Fetch<int>()}");
        Row("data", run["data/train/hash"].Fetch<string>()[..16]);
        Row("test", $"AUC {run["test/auc"].Fetch<double>():F4}, accuracy {run["test/accuracy"].Fetch<double>():P2}, log loss {run["test/log_loss"].Fetch<double>():F4}");
        Row("5 folds", $"AUC {run["cross_validation/auc"].Fetch<double>():F4} ± {run["cross_validation/std/auc"].Fetch<double>():F4}");
        Row("model", $"{run["model/version"].Fetch<string>()}, {run["model/size"].Fetch<long>():N0} bytes, {run["model/hash"].Fetch<string>()[..16]}");
        Row("charts", Download(run));
        Row("link", run.Url.ToString());
        Console.WriteLine($"""

            Everything in it:  dotnet run --project src/Neptune.Cli -- show {run.Id}
            One chart:         dotnet run --project src/Neptune.Cli -- get {run.Id} test/charts/roc
            """);
    }

    private static string Download(Run run)
    {
        var folder = Directory.CreateDirectory(Path.Combine("charts", run.Id)).FullName;
        foreach (var path in Pictures)
            run[path].Download(Path.Combine(folder, $"{Path.GetFileName(path)}.png"));
        return folder;
    }

    private static void Row(string name, string value) => Console.WriteLine($"{name,-10} {value}");
}
