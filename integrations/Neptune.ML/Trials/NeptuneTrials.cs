using System.Reflection;
using Neptune.ML.Trials;

namespace Neptune.ML;

/// <summary>
/// Logs the trials of an AutoML experiment: each as a child run with its parameters and metrics, and in the run of the callback a table of all of
/// them in <c>trials/table</c>, the metric by trial in <c>trials/metric</c> and the best one in <c>trials/best</c>. Microsoft.ML.AutoML
/// is not referenced: what it reports is read by name.
/// </summary>
/// <example>
/// <code>
/// var trials = new NeptuneTrials(callback);
/// experiment.SetMonitor(trials.Monitor&lt;IMonitor&gt;());                                     // AutoMLExperiment
/// ml.Auto().CreateBinaryClassificationExperiment(60).Execute(train, progressHandler: trials);   // the older API
/// </code>
/// </example>
public sealed class NeptuneTrials : IProgress<object>
{
    private readonly TrialLog log;

    /// <summary>Makes a log of trials that goes to the run and the namespace of a callback.</summary>
    public NeptuneTrials(NeptuneCallback callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        log = new(callback.Root);
    }

    /// <summary>Logs a trial of the older API, which reports a <c>RunDetail</c> when it is over.</summary>
    /// <param name="value">The detail: <c>TrainerName</c>, <c>RuntimeInSeconds</c>, <c>ValidationMetrics</c>, <c>Estimator</c>, <c>Exception</c>.</param>
    public void Report(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        log.Detail(value);
    }

    /// <summary>A monitor for <c>AutoMLExperiment.SetMonitor</c>.</summary>
    /// <typeparam name="TMonitor"><c>Microsoft.ML.AutoML.IMonitor</c>.</typeparam>
    /// <exception cref="ArgumentException"><typeparamref name="TMonitor"/> is no interface.</exception>
    public TMonitor Monitor<TMonitor>()
        where TMonitor : class
    {
        var proxy = DispatchProxy.Create<TMonitor, MonitorProxy>();
        ((MonitorProxy)(object)proxy).Log = log;
        return proxy;
    }
}
