using Neptune;

namespace MulticlassIris;

/// <summary>Opens the stopped run, as another program would, and prints what it has.</summary>
internal static class Report
{
    private static readonly string[] Species = ["setosa", "versicolor", "virginica"];

    public static void Print(string id)
    {
        using var run = Run.Init(new() { WithId = id, Mode = ConnectionMode.ReadOnly });
        Console.WriteLine();
        Row("run", $"{run.Id}, {run["sys/name"].Fetch<string>()}");
        Row("pipeline", run["params/pipeline/stages"].Fetch<string>());
        for (var i = 0; i < Species.Length; i++)
        {
            var loss = run[$"classes/{i}/train/loss"].FetchValues<double>();
            Row($"loss of {Species[i]}", $"{loss[0].Value:F4} → {loss[^1].Value:F4} in {loss.Count} points");
        }
        Row("test accuracy", $"{run["test/accuracy"].Fetch<double>():P1}");
        Row("5 folds", $"accuracy {run["cross_validation/accuracy"].Fetch<double>():P1} ± {run["cross_validation/std/accuracy"].Fetch<double>():P1}");
        Row("link", run.Url.ToString());
        Console.WriteLine($"""

            Everything in it:  dotnet run --project src/Neptune.Cli -- show {run.Id}
            """);
    }

    private static void Row(string name, string value) => Console.WriteLine($"{name,-20} {value}");
}
