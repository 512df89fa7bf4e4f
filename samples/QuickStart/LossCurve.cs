using System.Globalization;
using Microsoft.ML;
using Neptune;

namespace QuickStart;

/// <summary>Records the loss that FastTree reports after every tree, from creation to disposal.</summary>
internal sealed class LossCurve : IDisposable
{
    private readonly MLContext ml;
    private readonly Dictionary<string, FloatSeries> series;

    public LossCurve(MLContext ml, Run run)
    {
        this.ml = ml;
        series = new() { ["train.LossRate"] = run.GetFloatSeries("train/loss"), ["valid.LossRate"] = run.GetFloatSeries("validation/loss") };
        ml.Log += Record;
    }

    public void Dispose() => ml.Log -= Record;

    /// <summary>A report is a message of lines such as <c>valid.LossRate=0.3186</c>, in the culture of the thread that trains: this one.</summary>
    private void Record(object? sender, LoggingEventArgs message)
    {
        foreach (var line in message.RawMessage.Split('\n'))
        {
            var parts = line.Split('=');
            if (parts is [var name, var value] && series.TryGetValue(name, out var target))
                target.Append(double.Parse(value, CultureInfo.CurrentCulture));
        }
    }
}
