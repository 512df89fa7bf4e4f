using Microsoft.ML;
using Microsoft.ML.Data;

namespace QuickStart;

/// <summary>The Adult data set in three parts: to train on, to watch while training, and to test on at the end.</summary>
internal sealed record IncomeData(IDataView Train, IDataView Validation, IDataView Test)
{
    public static readonly string[] Numbers = ["age", "education-num", "capital-gain", "capital-loss", "hours-per-week"];

    public static readonly string[] Categories = ["workclass", "marital-status", "occupation"];

    /// <summary>
    /// Never learned from. Ethnicity and sex are protected, and relationship (Husband, Wife) and native-country would give them
    /// away; fnlwgt is a sampling weight and no fact about a person; education says in words what education-num says as a number.
    /// </summary>
    public static readonly string[] LeftOut = ["ethnicity", "sex", "relationship", "native-country", "fnlwgt", "education"];

    private const double TestFraction = 0.2;
    private const double ValidationFraction = 0.25;

    public static IncomeData Load(MLContext ml, string file)
    {
        var rows = ml.Data.LoadFromTextFile(file, new TextLoader.Options
        {
            HasHeader = true,
            Separators = [','],
            TrimWhitespace = true,
            Columns = [.. Columns(File.ReadLines(file).First().Split(", "))],
        });
        // Both splits are drawn with the seed of the context, so every run sees the same rows.
        var whole = ml.Data.TrainTestSplit(rows, TestFraction);
        var rest = ml.Data.TrainTestSplit(whole.TrainSet, ValidationFraction);
        return new(rest.TrainSet, rest.TestSet, whole.TestSet);
    }

    /// <summary>Makes the vector that trainers want: numbers as they are, categories one-hot.</summary>
    public static IEstimator<ITransformer> Featurizer(MLContext ml) =>
        ml.Transforms.Categorical.OneHotEncoding([.. Categories.Select(name => new InputOutputColumnPair(name))])
            .Append(ml.Transforms.Concatenate("Features", [.. Numbers, .. Categories]));

    public static int Rows(IDataView part) => part.GetColumn<bool>("Label").Count();

    private static IEnumerable<TextLoader.Column> Columns(string[] header)
    {
        foreach (var name in (string[])[.. Numbers, .. Categories])
            yield return new(name, Numbers.Contains(name) ? DataKind.Single : DataKind.String, Array.IndexOf(header, name));
        yield return new("Label", DataKind.Boolean, Array.IndexOf(header, "label(IsOver50K)"));
    }
}
