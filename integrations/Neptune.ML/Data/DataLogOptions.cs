namespace Neptune.ML;

/// <summary>What of a data set is logged.</summary>
public sealed record DataLogOptions
{
    /// <summary>The column whose distribution is logged; data without it are logged without. Default: <c>Label</c>.</summary>
    public string Label { get; init; } = "Label";

    /// <summary>How many rows the preview has; 0 for none, as when rows must not leave their place. Default: 20.</summary>
    public int PreviewRows { get; init; } = 20;

    /// <summary>The files that the data come from, tracked by path, hash and size, not stored. Default: those that the loader read, where it says so; <c>[]</c> for none.</summary>
    public IReadOnlyCollection<string>? Files { get; init; }
}
