using System.Globalization;
using Microsoft.ML;
using Neptune;

namespace TypedParams;

/// <summary>Appends the validation loss that FastTree reports after every tree to a series, until it is disposed.</summary>
internal sealed class LossReports : IDisposable
{
    private const string Name = "valid.LossRate=";

    private readonly MLContext ml;
    private readonly FloatSeries loss;

    public LossReports(MLContext ml, FloatSeries loss)
    {
        this.ml = ml;
        this.loss = loss;
        ml.Log += Append;
    }

    public void Dispose() => ml.Log -= Append;

    private void Append(object? sender, LoggingEventArgs message)
    {
        foreach (var line in message.RawMessage.Split('\n').Where(line => line.StartsWith(Name, StringComparison.Ordinal)))
            loss.Append(double.Parse(line.AsSpan(Name.Length), CultureInfo.CurrentCulture));
    }
}
