using Microsoft.ML;

namespace Neptune.ML;

/// <summary>Trains pipelines with a <see cref="NeptuneCallback"/>.</summary>
public static class NeptuneEstimatorExtensions
{
    /// <summary>Trains a pipeline or a single trainer and logs the training. The model is bit by bit the one that <c>Fit(train)</c> makes.</summary>
    /// <param name="estimator">The pipeline.</param>
    /// <param name="train">The rows to learn from.</param>
    /// <param name="callback">Where to log to.</param>
    /// <param name="validation">
    /// Rows with the same columns to watch the training with. Trainers that take such rows themselves (FastTree, forests, GAM, LightGBM,
    /// field-aware factorization machines) get them, so that early stopping and pruning work as they do when the trainer is fitted by hand; with
    /// such options the model depends on the rows.
    /// </param>
    /// <returns>The trained pipeline.</returns>
    /// <exception cref="NeptuneStoppedException">The callback's run is stopped.</exception>
    public static TTransformer Fit<TTransformer>(this IEstimator<TTransformer> estimator, IDataView train, NeptuneCallback callback, IDataView? validation = null)
        where TTransformer : class, ITransformer
    {
        ArgumentNullException.ThrowIfNull(estimator);
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(callback);
        return callback.NextFit().Fit(estimator, train, validation);
    }

    /// <summary>
    /// The same pipeline as one that logs each of its trainings, for those who call <c>Fit</c> themselves: cross validation, <c>Append</c>.
    /// The trainings go to <c>folds/0</c>, <c>folds/1</c>, … in the order in which they begin; where their series ended, to <c>folds/mean</c> and <c>folds/std</c>.
    /// </summary>
    public static IEstimator<TTransformer> WithCallback<TTransformer>(this IEstimator<TTransformer> estimator, NeptuneCallback callback)
        where TTransformer : class, ITransformer
    {
        ArgumentNullException.ThrowIfNull(estimator);
        ArgumentNullException.ThrowIfNull(callback);
        return new CallbackEstimator<TTransformer>(estimator, callback);
    }
}
