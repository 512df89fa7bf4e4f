using Microsoft.ML;
using Microsoft.ML.Data;

namespace Neptune.ML.Tests;

/// <summary>The files in <c>data</c>, as ML.NET loads them.</summary>
internal static class Datasets
{
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "data", name);

    /// <summary>Label: malignant or not. Features: 9 grades, some missing.</summary>
    public static IDataView BreastCancer(MLContext ml) => ml.Data.LoadFromTextFile(
        PathOf("breast-cancer.txt"),
        new TextLoader.Options { Columns = [new("Label", DataKind.Boolean, 0), new("Features", DataKind.Single, 1, 9)] });

    /// <summary>Label: one of three species, as a number. Features: 4 lengths.</summary>
    public static IDataView Iris(MLContext ml) => ml.Data.LoadFromTextFile(
        PathOf("iris.txt"),
        new TextLoader.Options { Columns = [new("Label", DataKind.Single, 0), new("Features", DataKind.Single, 1, 4)] });

    /// <summary>Label: a number. Features: 11 numbers, named in the header.</summary>
    public static IDataView Regression(MLContext ml) => ml.Data.LoadFromTextFile(
        PathOf("generated_regression_dataset.csv"),
        new TextLoader.Options { HasHeader = true, Separators = [';'], Columns = [new("Features", DataKind.Single, 0, 10), new("Label", DataKind.Single, 11)] });
}
