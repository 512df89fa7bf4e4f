using Microsoft.ML.Data;

namespace MulticlassIris;

/// <summary>A row of the Iris data set: lengths in centimetres.</summary>
internal sealed class Flower
{
    /// <summary>0 is setosa, 1 versicolor, 2 virginica.</summary>
    [LoadColumn(0)]
    public float Species { get; set; }

    [LoadColumn(1)]
    public float SepalLength { get; set; }

    [LoadColumn(2)]
    public float SepalWidth { get; set; }

    [LoadColumn(3)]
    public float PetalLength { get; set; }

    [LoadColumn(4)]
    public float PetalWidth { get; set; }
}
