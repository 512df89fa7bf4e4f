using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Training;

/// <summary>
/// Which class, or pair of classes, an inner trainer is at when it trains for the n-th time. ML.NET trains the first one twice: once to learn
/// the name of the feature column, once for the model.
/// </summary>
internal sealed class Repeats
{
    private const string LabelField = "LabelColumn";

    private readonly bool isPairwise;

    private Repeats(bool isPairwise, int? count)
    {
        this.isPairwise = isPairwise;
        Count = count;
    }

    /// <summary>How many trainings belong to the model; null when the label does not tell.</summary>
    public int? Count { get; }

    /// <summary>Null for a trainer that trains once.</summary>
    public static Repeats? Of(IEstimator<ITransformer> trainer, DataViewSchema input)
    {
        if (InnerTrainer.Of(trainer) is null)
            return null;
        var isPairwise = trainer is PairwiseCouplingTrainer;
        var classes = ClassCount(trainer, input);
        return new(isPairwise, isPairwise ? classes * (classes + 1) / 2 : classes);
    }

    /// <summary>What stands before the series of the n-th training: nothing for a trainer that trains once; null for a training that is done again.</summary>
    public static string? PrefixOf(Repeats? repeats, int repeat) => repeats is null ? "" : repeats.PathOf(repeat) is { } path ? path + "/" : null;

    /// <summary>The namespace of the n-th training, from 0: <c>classes/2</c> or, for a pair, <c>classes/2_0</c>; null for the first, which is done again.</summary>
    public string? PathOf(int repeat) => repeat == 0 ? null : $"classes/{string.Join('_', ClassesOf(repeat))}";

    /// <summary>The classes that the n-th training tells from all others: one, or those of a pair.</summary>
    public int[] ClassesOf(int repeat)
    {
        var number = repeat - 1;
        if (!isPairwise)
            return [number];
        var row = (int)((Math.Sqrt((8.0 * number) + 1) - 1) / 2);
        return [row, number - (row * (row + 1) / 2)];
    }

    private static int? ClassCount(IEstimator<ITransformer> trainer, DataViewSchema input) =>
        Members.Field(trainer.GetType(), LabelField)?.GetValue(trainer) is SchemaShape.Column { Name: var name } && input.GetColumnOrNull(name) is { Type: KeyDataViewType key } ? (int)key.Count : null;
}
