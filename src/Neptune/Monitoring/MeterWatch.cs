using System.Diagnostics.Metrics;

namespace Neptune.Monitoring;

/// <summary>Logs what the instruments of a meter measure. Instruments that are observed are asked periodically, and once more at the end.</summary>
internal sealed class MeterWatch : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly PeriodicJob polling;
    private int ended;

    public MeterWatch(Run run, TimeSpan period, Func<Meter, bool> isWatched)
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (isWatched(instrument.Meter))
                self.EnableMeasurementEvents(instrument, new InstrumentSeries(run, instrument));
        };
        Listen<byte>(value => value);
        Listen<short>(value => value);
        Listen<int>(value => value);
        Listen<long>(value => value);
        Listen<float>(value => value);
        Listen<double>(value => value);
        Listen<decimal>(value => (double)value);
        listener.Start();
        polling = new PeriodicJob(run, "polling meters", period, listener.RecordObservableInstruments);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref ended, 1) != 0)
            return;
        polling.Dispose();
        listener.Dispose();
    }

    private void Listen<T>(Func<T, double> convert)
        where T : struct => listener.SetMeasurementEventCallback<T>((_, value, tags, series) => ((InstrumentSeries)series!).Log(convert(value), tags));
}
