namespace Neptune.ML;

/// <summary>Where a prediction engine finds its model, and how often it looks for a newer one.</summary>
public sealed class NeptunePredictionEngineOptions
{
    /// <summary>The project with the registry. Default: as for every object, <c>NEPTUNE_PROJECT</c> or the one named after the store's folder.</summary>
    public string? Project { get; set; }

    /// <summary>The folder of the embedded store. Default: as for every object, <c>NEPTUNE_HOME</c> or the nearest store.</summary>
    public string? StorePath { get; set; }

    /// <summary>How often the stage is looked at. Default: 2 s.</summary>
    public TimeSpan CheckPeriod { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// A folder that keeps the model that is served, so that a program that starts while the store cannot be reached serves the last one.
    /// Default: none is kept.
    /// </summary>
    public string? CacheFolder { get; set; }
}
