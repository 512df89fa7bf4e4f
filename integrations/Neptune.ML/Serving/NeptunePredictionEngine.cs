using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Neptune.ML.Serving;

namespace Neptune.ML;

/// <summary>
/// Predicts with the model that is in a stage of the registry. When another version enters the stage, it is loaded beside the one that
/// answers and takes over between two predictions; none fails or waits for it. May be used from any number of threads.
/// </summary>
/// <typeparam name="TIn">What the model takes.</typeparam>
/// <typeparam name="TOut">What the model gives.</typeparam>
public sealed class NeptunePredictionEngine<TIn, TOut> : IDisposable
    where TIn : class
    where TOut : class, new()
{
    /// <summary>The tag that the current <see cref="Activity"/> gets, so that a trace says which version answered.</summary>
    public const string VersionTag = "neptune.model.version";

    private readonly StageWatch<TIn, TOut> watch;
    private readonly ILogger log;

    internal NeptunePredictionEngine(StageWatch<TIn, TOut> watch, ILogger log) => (this.watch, this.log) = (watch, log);

    /// <summary>The version that answers; <see langword="null"/> before one is loaded.</summary>
    public ServedModel? Current => watch.Current?.Model;

    internal StageWatch<TIn, TOut> Watch => watch;

    /// <summary>Predicts one row.</summary>
    /// <param name="input">The row.</param>
    /// <exception cref="NeptuneNotFoundException">No version is in the stage, and none was before. The stage is looked at again when the period is over.</exception>
    /// <exception cref="NeptuneStoreException">No model could be loaded so far, because the store cannot be reached or the version is no good.</exception>
    public TOut Predict(TIn input) => Predict(input, out _);

    /// <summary>Predicts one row and says which version of the model did.</summary>
    /// <inheritdoc cref="Predict(TIn)"/>
    public TOut Predict(TIn input, out ServedModel served)
    {
        ArgumentNullException.ThrowIfNull(input);
        while (true)
        {
            var version = watch.Current ?? watch.LoadFirst();
            if (!version.TryEnter())
                continue; // Retired between the two lines: its successor is there.
            try
            {
                served = version.Model;
                Activity.Current?.SetTag(VersionTag, served.VersionId);
                log.Answered(served.VersionId);
                return version.Predict(input);
            }
            finally
            {
                version.Leave();
            }
        }
    }

    /// <summary>Looks at the stage now, and loads the version that is in it if it is another one. This happens by itself every <see cref="NeptunePredictionEngineOptions.CheckPeriod"/>.</summary>
    /// <param name="cancellation">Ends the waiting for a look that is under way.</param>
    public Task RefreshAsync(CancellationToken cancellation = default) => watch.LookAsync(cancellation);

    /// <summary>Lets go of the model.</summary>
    public void Dispose() => watch.Dispose();
}
