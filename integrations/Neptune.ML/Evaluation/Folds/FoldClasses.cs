using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Neptune.ML.Evaluation.Folds;

/// <summary>Where the classes of a fold are among those of all folds: a pipeline that makes keys numbers them as they come, and one fold may never meet a rare class.</summary>
/// <param name="OfLabels">The place of each value of the label.</param>
/// <param name="OfScores">The place of each score.</param>
internal sealed record FoldClasses(IReadOnlyList<int> OfLabels, IReadOnlyList<int> OfScores)
{
    /// <summary>The names of all classes, in the order of the first fold, and the places of each fold's in them.</summary>
    /// <exception cref="NeptuneOptionsException">A score is not one number for each class.</exception>
    public static (IReadOnlyList<string> Names, IReadOnlyList<FoldClasses> Folds) Of(IReadOnlyList<IDataView> folds, EvaluationColumns columns)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        IReadOnlyList<int> Place(IReadOnlyList<string> names)
        {
            foreach (var name in names)
                places.TryAdd(name, places.Count);
            return [.. names.Select(name => places[name])];
        }

        var placed = new List<FoldClasses>();
        foreach (var fold in folds)
        {
            var (labels, scores) = NamesOf(fold.Schema, columns);
            placed.Add(new(Place(labels), Place(scores)));
        }
        return ([.. places.OrderBy(place => place.Value).Select(place => place.Key)], placed);
    }

    private static (IReadOnlyList<string> Labels, IReadOnlyList<string> Scores) NamesOf(DataViewSchema schema, EvaluationColumns columns)
    {
        var (label, score) = (NumberColumn.Require(schema, columns.Label), NumberColumn.Require(schema, columns.Score));
        if (score.Type is not VectorDataViewType { Size: > 0 and var size, ItemType: NumberDataViewType { RawType: var raw } } || raw != typeof(float))
            throw new NeptuneOptionsException($"The column {score.Name} holds {score.Type}, not one score for each class. Name another one in EvaluationColumns.");
        var labels = ClassNames.OfKey(label);
        var scores = ClassNames.OfScores(score) ?? labels ?? Numbers(label.Type is KeyDataViewType { Count: var count } && count < int.MaxValue ? Math.Max(size, (int)count) : size);
        return (labels ?? scores, [.. scores.Take(size)]);
    }

    private static string[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(i => i.ToString(CultureInfo.InvariantCulture))];
}
