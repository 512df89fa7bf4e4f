using System.Globalization;
using Neptune;
using TypedParams;

// Any parameter can be given on the command line: dotnet run --project samples/TypedParams -- --params:trees 100
SweepParams start;
try
{
    start = SweepParams.ParseArgs(args, new() { Sweep = DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) });
}
catch (NeptuneOptionsException error)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}

var sweep = new Sweep(Path.Combine(AppContext.BaseDirectory, "data", "adult.txt"));
foreach (var given in Sweep.Around(start))
    sweep.Train(given);

// The best runs of this sweep: conditions, order and result are checked by the compiler.
using var project = Project.Init();
var best = project
    .QueryRuns<SweepParams, ValidationMetrics, TestMetrics>((p, v, t) => p.Sweep == start.Sweep && v.Loss.Last < 0.35 && t.Auc > 0.9)
    .OrderByDescending((p, v, t) => t.Auc)
    .Take(5);

Console.WriteLine();
Console.WriteLine("run          trees  leaves  rate   validation loss  test AUC  accuracy");
foreach (var (id, p, v, t) in best)
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{id,-12} {p.Trees,5}  {p.Leaves,6}  {p.LearningRate,-5}  {v.Loss.Last,15:F4}  {t.Auc,8:F4}  {t.Accuracy,8:P2}"));
Console.WriteLine();
Console.WriteLine($"asked for:  {best.Nql}");
return 0;
