using Microsoft.ML;

namespace Neptune.ML;

/// <summary>A pipeline of which each training is logged as the next fold.</summary>
internal sealed class CallbackEstimator<TTransformer>(IEstimator<TTransformer> estimator, NeptuneCallback callback) : IEstimator<TTransformer>
    where TTransformer : class, ITransformer
{
    public TTransformer Fit(IDataView input) => callback.NextFold().Fit(estimator, input, validation: null);

    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => estimator.GetOutputSchema(inputSchema);
}
