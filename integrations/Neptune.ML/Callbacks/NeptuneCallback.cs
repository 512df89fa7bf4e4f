using Neptune.ML.Training;
using Neptune.ML.Trials;

namespace Neptune.ML;

/// <summary>
/// Logs what an ML.NET training knows to a run: the parameters of the whole pipeline, a point per iteration while it trains, and how
/// long each stage took. Training computes exactly what it computes without.
/// </summary>
/// <example>
/// <code>
/// using var run = Run.Init();
/// var callback = new NeptuneCallback(run);
/// var model = pipeline.Fit(train, callback, validation: valid);
/// </code>
/// </example>
public sealed class NeptuneCallback
{
    private readonly AsyncLocal<RunScope?> training = new();
    private readonly FoldSummary foldSummary;
    private int fits;
    private int folds;

    /// <summary>Makes a callback that logs to a run.</summary>
    /// <param name="run">The run; it has to be open for as long as the callback is used.</param>
    /// <param name="options">Where and what to log; everything by default.</param>
    public NeptuneCallback(Run run, NeptuneCallbackOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        Run = run;
        Options = options ?? new();
        foldSummary = new(Root);
    }

    /// <summary>The run that is logged to.</summary>
    public Run Run { get; }

    /// <summary>Where and what to log.</summary>
    public NeptuneCallbackOptions Options { get; }

    /// <summary>
    /// Logs what the image classification trainer of Microsoft.ML.Vision tells, epoch by epoch. Give it as the trainer's option:
    /// <c>MetricsCallback = callback.ReportImageMetrics</c>.
    /// </summary>
    /// <param name="metrics">An <c>ImageClassificationMetrics</c>, which is read by name.</param>
    public void ReportImageMetrics(object metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        var scope = training.Value ?? Root;
        ImageMetrics.Write(scope, new CurveWriter(scope, 1), metrics);
    }

    /// <summary>Makes a training the one that reports of the calling thread, and of what it starts, belong to.</summary>
    internal void Enter(RunScope? scope) => training.Value = scope;

    /// <summary>The first training of a callback logs to its namespace, later ones below <c>fits/1</c>, <c>fits/2</c>, …</summary>
    internal FitSession NextFit()
    {
        var number = Interlocked.Increment(ref fits) - 1;
        var scope = number == 0 ? Root : Root.Within($"fits/{number}");
        return new(this, scope, scope);
    }

    /// <summary>The trainings of a cross validation log below <c>folds/0</c>, <c>folds/1</c>, …; they share what was asked for, and <c>folds/mean</c> and <c>folds/std</c> sum them up.</summary>
    internal FitSession NextFold()
    {
        var number = Interlocked.Increment(ref folds) - 1;
        return new(this, Root.Within($"folds/{number}"), number == 0 ? Root : null, foldSummary);
    }

    /// <summary>The namespace of the callback.</summary>
    internal RunScope Root => new RunScope(Run, "").Within(Options.Namespace);
}
