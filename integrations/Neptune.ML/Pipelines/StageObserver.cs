using Microsoft.ML;

namespace Neptune.ML.Pipelines;

/// <summary>Trains one stage of a pipeline in the pipeline's place.</summary>
internal delegate ITransformer StageObserver(IEstimator<ITransformer> stage, IDataView input);
