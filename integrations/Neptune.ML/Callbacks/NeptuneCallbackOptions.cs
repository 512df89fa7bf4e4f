namespace Neptune.ML;

/// <summary>Where and what a <see cref="NeptuneCallback"/> logs.</summary>
public sealed class NeptuneCallbackOptions
{
    /// <summary>The namespace of the run under which everything goes, such as <c>stage1</c>. Default: the root.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>Whether the parameters of the pipeline go to <c>params/</c>. Default: yes.</summary>
    public bool LogParameters { get; init; } = true;

    /// <summary>Whether series of the training go to <c>train/</c> and <c>validation/</c>. Default: yes.</summary>
    public bool LogSeries { get; init; } = true;
}
