using System.Diagnostics;
using Microsoft.ML;
using Microsoft.ML.Data;
using Neptune;
using Neptune.ML;

// "explain": logs a linear one-versus-all model; this program has no Microsoft.ML.FastTree beside it, as those of users without trees.
// A number: trains for about so many milliseconds and prints its run before and a word after: every row of every epoch takes its share of the time.
const int Epochs = 20;
const int Rows = 10;
using var run = Run.Init(new() { MonitoringNamespace = "mon", CaptureHardwareMetrics = false });
var ml = new MLContext(seed: 1);
if (args is ["explain"])
{
    Console.WriteLine($"run {run.Id}");
    var classes = ml.Data.LoadFromEnumerable(Enumerable.Range(0, 3 * Rows).Select(i => new Row { Features = [i, 1], Class = (uint)(i / Rows) }).ToArray());
    ml.MulticlassClassification.Trainers.OneVersusAll(ml.BinaryClassification.Trainers.AveragedPerceptron("Class"), "Class").Fit(classes).LogTo(run, "model", classes.Schema);
    return 0;
}

var rowTime = TimeSpan.FromMilliseconds(int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture)) / (Epochs * Rows);
var watch = Stopwatch.StartNew();
var read = 0;
var rows = ml.Data.FilterByCustomPredicate<Row>(ml.Data.LoadFromEnumerable(Enumerable.Range(0, Rows).Select(i => new Row { Features = [i, 1], Label = i > Rows / 2 }).ToArray()), TakeTime);
Console.WriteLine($"run {run.Id}");
ml.BinaryClassification.Trainers.AveragedPerceptron(numberOfIterations: Epochs).Fit(rows, new NeptuneCallback(run));
Console.WriteLine("after");
return 0;

bool TakeTime(Row row)
{
    for (read++; watch.Elapsed < rowTime * read;)
        Thread.SpinWait(1000);
    return false;
}

internal sealed class Row
{
    [VectorType(2)]
    public float[] Features { get; set; } = [];

    public bool Label { get; set; }

    [KeyType(3)]
    public uint Class { get; set; }
}
