using Neptune;

namespace QuickStart;

/// <summary>Opens a stopped run, as another program would, and prints what it has.</summary>
internal static class Report
{
    public static void Print(string id)
    {
        using var run = Run.Init(new() { WithId = id, Mode = ConnectionMode.ReadOnly });
        var loss = run["validation/loss"].FetchValues<double>();
        Console.WriteLine();
        Row("run", $"{run.Id}, {run["sys/name"].Fetch<string>()}");
        Row("rows", string.Join(", ", run.Fetch("data/rows").Select(part => $"{part.Key} {part.Value}")));
        Row("trees", $"{run["params/trainer/NumberOfTrees"].Fetch<int>()} of {run["params/trainer/NumberOfLeaves"].Fetch<int>()} leaves, learning rate {run["params/trainer/LearningRate"].Fetch<double>()}");
        Row("validation loss", $"{loss[0].Value:F4} → {loss[^1].Value:F4} in {loss.Count} points");
        Row("train loss", $"{run["train/loss"].FetchLast<double>():F4}");
        Row("test accuracy", $"{run["test/accuracy"].Fetch<double>():P2}");
        Row("test AUC", $"{run["test/auc"].Fetch<double>():F4}");
        Row("model", run["model/version"].Fetch<string>());
        Console.WriteLine($"""

            Everything in it:  dotnet run --project src/Neptune.Cli -- show {run.Id}
            In the browser:    dotnet run --project src/Neptune.Cli -- ui {run.Id}
            """);
    }

    private static void Row(string name, string value) => Console.WriteLine($"{name,-16} {value}");
}
