using System.Globalization;
using Microsoft.ML;
using Neptune.ML.Evaluation;
using Neptune.ML.Pipelines;
using Neptune.ML.Training;

namespace Neptune.ML.Trials;

/// <summary>Writes trials to child runs and to the run that they belong to. Trials may run at the same time.</summary>
internal sealed class TrialLog(RunScope scope)
{
    public const string Completed = "completed";
    public const string Failed = "failed";

    private readonly Lock gate = new();
    private readonly Dictionary<int, Run> running = [];
    private readonly TrialTable table = new();
    private int details;

    /// <param name="settings">A <c>TrialSettings</c>: <c>TrialId</c>, <c>Parameter</c>, <c>Pipeline</c>.</param>
    public void Running(object settings) => scope.Guard("trials", () =>
    {
        lock (gate)
            Begin(settings);
    });

    /// <param name="result">A <c>TrialResult</c>: <c>TrialSettings</c>, <c>Metric</c>, <c>Loss</c>, <c>DurationInMilliseconds</c>, <c>PeakCpu</c>, <c>PeakMemoryInMegaByte</c>, <c>Metrics</c>.</param>
    /// <param name="status"><see cref="Completed"/> or <see cref="Failed"/>.</param>
    public void Ended(object result, string status) => scope.Guard("trials", () =>
    {
        lock (gate)
        {
            if (Members.Read(result, "TrialSettings") is not { } settings)
                return;
            var id = IdOf(settings);
            using var child = Begin(settings);
            running.Remove(id);
            var values = new TrialValues(
                child.Id,
                status,
                Members.Read(settings, "Pipeline")?.ToString() ?? "",
                Members.ReadNumber(result, "Metric"),
                Members.ReadNumber(result, "Loss"),
                Members.ReadNumber(result, "DurationInMilliseconds") / 1000);
            Write(child, id, values, Members.Read(result, "Metrics"), Members.Read(result, "Exception") as Exception);
            Assign(child, "peak_cpu", Members.ReadNumber(result, "PeakCpu"));
            Assign(child, "peak_memory_mb", Members.ReadNumber(result, "PeakMemoryInMegaByte"));
        }
    });

    public void Best(object result) => scope.Guard("trials/best", () =>
    {
        lock (gate)
        {
            if (Members.Read(result, "TrialSettings") is not { } settings)
                return;
            var id = IdOf(settings);
            scope["trials/best/trial"].Assign((long)id);
            if ((table.RunOf(id) ?? running.GetValueOrDefault(id)?.Id) is { } run)
                scope["trials/best/run"].Assign(run);
            if (Members.ReadNumber(result, "Metric") is { } metric)
                scope["trials/best/metric"].Assign(metric);
        }
    });

    /// <param name="detail">A <c>RunDetail</c> of the older API, which comes when a trial is over.</param>
    public void Detail(object detail) => scope.Guard("trials", () =>
    {
        lock (gate)
        {
            var id = details++;
            var trainer = Members.Read(detail, "TrainerName") as string ?? "";
            var exception = Members.Read(detail, "Exception") as Exception;
            using var child = scope.Run.InitChild($"trial {id}: {trainer}");
            if (Members.Read(detail, "Estimator") is IEstimator<ITransformer> estimator)
                new PipelineParameters(new(child, ""), Pipeline.Flatten(estimator)).LogAsked(new(child, ""), estimator);
            Write(child, id, new(child.Id, exception is null ? Completed : Failed, trainer, null, null, Members.ReadNumber(detail, "RuntimeInSeconds")), Members.Read(detail, "ValidationMetrics"), exception);
        }
    });

    private static int IdOf(object settings) => Convert.ToInt32(Members.Require(settings, "TrialId"), CultureInfo.InvariantCulture);

    private static void Assign(Run run, string path, double? value)
    {
        if (value is { } number)
            run[path].Assign(number);
    }

    private Run Begin(object settings)
    {
        var id = IdOf(settings);
        if (running.TryGetValue(id, out var known))
            return known;
        var child = scope.Run.InitChild($"trial {id}");
        child["trial"].Assign((long)id);
        if (Members.Read(settings, "Pipeline")?.ToString() is { Length: > 0 } pipeline)
            child["pipeline"].Assign(pipeline);
        if (Members.Read(settings, "Parameter") is { } parameter)
        {
            foreach (var value in TrialParameters.Of(parameter))
                child[$"params/{value.Path}"].Assign(value.Value);
        }
        return running[id] = child;
    }

    private void Write(Run child, int id, TrialValues values, object? metrics, Exception? exception)
    {
        child["status"].Assign(values.Status);
        Assign(child, "metric", values.Metric);
        Assign(child, "loss", values.Loss);
        Assign(child, "duration", values.Seconds);
        if (metrics is not null)
            scope.Guard("validation", () => EvaluationLog.Write(child, "validation", MetricList.Of(metrics)));
        if (exception is not null)
            child["error"].Assign($"{exception.GetType().Name}: {exception.Message}");
        table.Add(id, values);
        scope["trials/table"].Upload(NeptuneFile.FromText(table.ToCsv(), "csv"));
        scope["trials/count"].Assign((long)table.Count);
        if (values.Metric is { } metric)
            scope["trials/metric"].Append(metric, id);
    }
}
