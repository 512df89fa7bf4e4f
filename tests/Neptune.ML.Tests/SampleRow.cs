using Microsoft.ML.Data;

namespace Neptune.ML.Tests;

/// <summary>A row with a label for each task. Keys count from 0 here and from 1 in a data view.</summary>
internal sealed class SampleRow
{
    [VectorType(SampleRows.Slots)]
    public float[] Features { get; set; } = [];

    /// <summary>For binary classification.</summary>
    public bool Label { get; set; }

    /// <summary>For multiclass classification.</summary>
    [KeyType(SampleRows.Classes)]
    public uint Class { get; set; }

    /// <summary>For regression; positive, so that Poisson and Tweedie can use it.</summary>
    public float Target { get; set; }

    /// <summary>For ranking, within <see cref="Group"/>.</summary>
    [KeyType(5)]
    public uint Grade { get; set; }

    [KeyType(100_000)]
    public uint Group { get; set; }
}
