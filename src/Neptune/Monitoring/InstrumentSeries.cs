using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Neptune.Monitoring;

/// <summary>
/// The float series of one instrument, one for each set of tags: <c>metrics/METER/INSTRUMENT{tag=value,…}</c>. Counters log their
/// sum, everything else what was measured. Nothing is allocated for a set of tags that was seen before.
/// </summary>
internal sealed class InstrumentSeries(Run run, Instrument instrument)
{
    /// <summary>Tags with more values than this name requests or users, not series.</summary>
    public const int MostSeries = 1_000;

    private readonly bool isSummed = IsSummed(instrument);
    private readonly Lock gate = new();
    private Tagged[] known = [];
    private bool ended;

    public void Log(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        try
        {
            if (Volatile.Read(ref ended) || Find(tags) is not { } series)
                return;
            lock (series)
            {
                series.Sum = isSummed ? series.Sum + value : value;
                series.Target.Append(series.Sum);
            }
        }
        catch (NeptuneStoppedException)
        {
            Volatile.Write(ref ended, true);
        }
        catch (Exception e) when (e is NeptuneException or IOException)
        {
            // The measured program must not suffer from being measured.
            End(e.Message);
        }
    }

    private static bool IsSummed(Instrument instrument)
    {
        var type = instrument.GetType();
        return type.IsGenericType && type.GetGenericTypeDefinition() is var generic && (generic == typeof(Counter<>) || generic == typeof(UpDownCounter<>));
    }

    private Tagged? Find(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var series in Volatile.Read(ref known))
        {
            if (series.Has(tags))
                return series;
        }
        lock (gate)
        {
            foreach (var series in known)
            {
                if (series.Has(tags))
                    return series;
            }
            if (known.Length == MostSeries)
            {
                End($"It has more than {MostSeries} sets of tags. Measure it with fewer.");
                return null;
            }
            var added = new Tagged(tags.ToArray(), run.GetFloatSeries(SeriesPath.Of(instrument, tags)));
            Volatile.Write(ref known, [.. known, added]);
            return added;
        }
    }

    private void End(string reason)
    {
        lock (gate)
        {
            if (ended)
                return;
            Volatile.Write(ref ended, true);
        }
        run.Core.Log.JobFailed(run.Id, $"observing {instrument.Meter.Name}/{instrument.Name}", reason);
    }

    private sealed class Tagged(KeyValuePair<string, object?>[] tags, FloatSeries target)
    {
        public FloatSeries Target { get; } = target;

        public double Sum { get; set; }

        public bool Has(ReadOnlySpan<KeyValuePair<string, object?>> others)
        {
            if (others.Length != tags.Length)
                return false;
            for (var i = 0; i < tags.Length; i++)
            {
                if (others[i].Key != tags[i].Key || !Equals(others[i].Value, tags[i].Value))
                    return false;
            }
            return true;
        }
    }
}
