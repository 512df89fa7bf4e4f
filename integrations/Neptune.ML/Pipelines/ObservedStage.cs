using Microsoft.ML;

namespace Neptune.ML.Pipelines;

/// <summary>A stage whose training goes through an observer. The pipeline gets the transformer that the stage itself made.</summary>
internal sealed class ObservedStage<TTransformer>(IEstimator<TTransformer> stage, StageObserver observer) : IEstimator<TTransformer>
    where TTransformer : class, ITransformer
{
    public TTransformer Fit(IDataView input) => (TTransformer)observer(stage, input);

    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => stage.GetOutputSchema(inputSchema);
}
