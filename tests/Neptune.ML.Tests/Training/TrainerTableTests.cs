using System.Reflection;
using Microsoft.ML;

namespace Neptune.ML.Tests.Training;

/// <summary>The table in the package's README of what each trainer logs. <c>NEPTUNE_UPDATE_README=1</c> writes it.</summary>
public sealed class TrainerTableTests : IDisposable
{
    private const string Begin = "<!-- trainers: written by TrainerTableTests -->";
    private const string End = "<!-- /trainers -->";
    private const string UpdateVariable = "NEPTUNE_UPDATE_README";

    private readonly TemporaryStore store = new();

    private static string Readme => typeof(TrainerTableTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "Readme").Value!;

    public void Dispose() => store.Dispose();

    [Fact]
    public void The_README_says_what_each_trainer_logs()
    {
        string[] rows = [.. TrainerCases.All.Where(trainer => trainer.Name != "LightGbmVerbose").Select(Row)];
        var table = string.Join('\n', ["| trainer | options | train/… | validation/… | later, of both | evaluation/… |", "|---|---|---|---|---|---|", .. rows]);

        var text = File.ReadAllText(Readme);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
            File.WriteAllText(Readme, $"{text[..from]}\n{table}\n{text[to..]}");
        else
            Assert.Equal(table, text[from..to].Trim());
    }

    private string Row(TrainerCase trainer)
    {
        using var whole = Fit(trainer, curveRows: 1000);
        using var reported = Fit(trainer, curveRows: 0);
        var all = Series(whole);
        string[] later = [.. all.Except(Series(reported)).Where(path => IsMadeAtOnce(whole, path))];
        string[] live = [.. all.Except(later)];
        return $"| {trainer.Name} | {Options(whole)} | {Names(live, "train/")} | {Names(live, "validation/")} | {string.Join("; ", new[] { Names(later, "train/"), Names(later, "validation/") }.Where(names => names.Length > 0).Distinct())} | {Evaluated(whole)} |";
    }

    private Run Fit(TrainerCase trainer, int curveRows)
    {
        var ml = new MLContext(seed: 1);
        var rows = SampleRows.Load(ml);
        var run = store.Run();
        trainer.Make(ml).Fit(rows, new NeptuneCallback(run, new() { CurveRows = curveRows }), SampleRows.Load(ml, count: 100, seed: 2));
        return run;
    }

    private static int Options(Run run) => Leaves(run.GetStructure()).Count(field =>
        field.Path.StartsWith("params/trainer/", StringComparison.Ordinal) && !field.Path.Contains("/resolved/") && !field.Path.Contains("/native/") && !field.Path.EndsWith("/name", StringComparison.Ordinal));

    /// <summary>The sets of rows that the trained model was evaluated with.</summary>
    private static string Evaluated(Run run) => string.Join(", ", ((string[])["train", "validation"]).Where(split => run.Exists($"evaluation/{split}")));

    private static string[] Series(Run run) => [.. Leaves(run.GetStructure()).Where(field => field.Type == FieldType.FloatSeries).Select(field => field.Path)];

    /// <summary>A curve that is computed when the training is over has one time for all of its points.</summary>
    private static bool IsMadeAtOnce(Run run, string path) => run[path].FetchValues<double>().Select(point => point.Timestamp).Distinct().Count() == 1;

    /// <summary>The names below a namespace, those of classes once.</summary>
    private static string Names(IEnumerable<string> paths, string split)
    {
        string[] names = [.. paths.Where(path => path.StartsWith(split, StringComparison.Ordinal)).Select(path => path[split.Length..])];
        string[] cuts = [.. names.Where(name => name.StartsWith("ndcg@", StringComparison.Ordinal))];
        string[] perClass = [.. paths.Where(path => path.StartsWith("classes/", StringComparison.Ordinal) && path.Contains($"/{split}")).Select(path => path.Split('/')[^1]).Distinct().Order()];
        return string.Join(", ", [.. names.Except(cuts), .. cuts.Length > 0 ? [$"ndcg@1 to ndcg@{cuts.Max(cut => int.Parse(cut[5..]))}"] : Array.Empty<string>(), .. perClass.Length > 0 ? [$"per class: {string.Join(", ", perClass)}"] : Array.Empty<string>()]);
    }

    private static IEnumerable<Field> Leaves(IReadOnlyDictionary<string, object> structure) => structure.Values.SelectMany(value =>
        value is Field field ? [field] : Leaves((IReadOnlyDictionary<string, object>)value));
}
