using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using Neptune.ML.Evaluation;
using Neptune.ML.Models;

namespace Neptune.ML.Tests.Models;

public sealed class PredictionPathTests
{
    private readonly MLContext ml = new(seed: 1);

    public static TheoryData<string> Trainers => [.. TrainerCases.All.Select(trainer => trainer.Name).Where(name => name != "Prior")];

    [Theory]
    [MemberData(nameof(Trainers))]
    public void The_features_of_a_model_are_enough_to_predict_the_same(string trainer)
    {
        var data = SampleRows.Load(ml);
        var model = ml.Transforms.CopyColumns("Wish", nameof(SampleRow.Target)).Append(TrainerCases.Named(trainer).Make(ml)).Fit(data);

        var path = PredictionPath.Of(model, data.Schema);

        Assert.Equal([nameof(SampleRow.Features)], Names(path));
        AssertSamePredictions(model, path, data);
    }

    [Fact]
    public void The_prior_of_the_classes_depends_on_nothing()
    {
        var data = SampleRows.Load(ml);
        var model = ml.BinaryClassification.Trainers.Prior().Fit(data);

        Assert.Empty(PredictionPath.Of(model, data.Schema).Inputs);
    }

    [Fact]
    public void Scores_that_are_features_calibrated_and_renamed_are_followed_to_where_they_come_from()
    {
        var data = SampleRows.Load(ml);
        var model = ml.Transforms.Conversion.ConvertType("Number", nameof(SampleRow.Target))
            .Append(ml.Transforms.Concatenate("Both", nameof(SampleRow.Features), "Number"))
            .Append(ml.Clustering.Trainers.KMeans("Both", numberOfClusters: 3))
            .Append(ml.Transforms.CopyColumns("Distances", "Score"))
            .Append(ml.Transforms.Conversion.ConvertType("Truth", nameof(SampleRow.Label), DataKind.Single))
            .Append(ml.BinaryClassification.Trainers.AveragedPerceptron(featureColumnName: "Distances"))
            .Append(ml.BinaryClassification.Calibrators.Platt())
            .Append(ml.Transforms.CopyColumns("Chance", "Probability"))
            .Fit(data);

        var path = PredictionPath.Of(model, data.Schema);

        Assert.Equal([nameof(SampleRow.Features), nameof(SampleRow.Target)], Names(path));
        AssertSamePredictions(model, path, data);
        var made = path.Model.GetOutputSchema(data.Schema).Select(column => column.Name).ToArray();
        Assert.Contains("Chance", made);
        Assert.DoesNotContain("Truth", made);
    }

    [Fact]
    public void A_model_that_does_not_say_what_depends_on_what_needs_all_columns()
    {
        var data = SampleRows.Load(ml);
        var model = new Sealed(ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(data));

        var path = PredictionPath.Of(model, data.Schema);

        Assert.Equal(data.Schema.Select(column => column.Name), Names(path));
        Assert.Same(model, path.Model);
    }

    private static IEnumerable<string> Names(PredictionPath path) => path.Inputs.Select(column => column.Name);

    private void AssertSamePredictions(ITransformer model, PredictionPath path, IDataView data)
    {
        var inputs = ml.Transforms.SelectColumns([.. Names(path)]).Fit(data).Transform(data);
        var (expected, found) = (model.Transform(data), path.Model.Transform(inputs));
        string[] scores = [.. expected.Schema.Where(column => !column.IsHidden && ScoreKind.IsNoted(column)).Select(column => column.Name)];
        Assert.NotEmpty(scores);
        Assert.All(scores, score => Assert.Equal(Values(expected, score), Values(found, score)));
    }

    private static string[] Values(IDataView view, string column) =>
        [.. view.Preview(maxRows: 300).ColumnView.Single(values => values.Column.Name == column && !values.Column.IsHidden).Values.Select(value => value is VBuffer<float> vector ? string.Join(' ', vector.DenseValues()) : $"{value}")];

    /// <summary>As a transformer whose rows depend on other rows.</summary>
    private sealed class Sealed(ITransformer inner) : ITransformer
    {
        public bool IsRowToRowMapper => false;

        public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => inner.GetOutputSchema(inputSchema);

        public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) => throw new NotSupportedException();

        public IDataView Transform(IDataView input) => inner.Transform(input);

        void ICanSaveModel.Save(ModelSaveContext ctx) => throw new NotSupportedException();
    }
}
