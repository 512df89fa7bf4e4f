using Microsoft.ML;
using Microsoft.ML.Data;

namespace Neptune.ML.Evaluation;

/// <summary>What ML.NET's trainers note on the score columns of their models.</summary>
internal static class ScoreKind
{
    private const string Annotation = "ScoreColumnKind";

    /// <summary>The task of the model that made the column, such as <c>BinaryClassification</c>.</summary>
    /// <exception cref="NeptuneOptionsException">The column was not made by a trained model.</exception>
    public static string Of(DataViewSchema.Column score)
    {
        if (!IsNoted(score))
            throw new NeptuneOptionsException($"The column {score.Name} was not made by a trained model, so it does not say what it is. Evaluate the data with ML.NET and log the metrics: metrics.LogTo(run, \"test\", scored).");
        ReadOnlyMemory<char> kind = default;
        score.Annotations.GetValue(Annotation, ref kind);
        return kind.ToString();
    }

    /// <summary>Whether a trained model made the column: a score, a probability, a predicted label.</summary>
    public static bool IsNoted(DataViewSchema.Column column) => column.Annotations.Schema.GetColumnOrNull(Annotation) is not null;
}
