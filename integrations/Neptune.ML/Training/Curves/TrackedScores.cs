using Neptune.ML.Pipelines;

namespace Neptune.ML.Training.Curves;

/// <summary>What a trainer of additive models says of its rows while it trains, and the labels of the rows. None of it is public.</summary>
internal sealed class TrackedScores
{
    public const string Train = "TrainSetScore";
    public const string Validation = "ValidSetScore";
    private const string UpdatedField = "ScoresUpdated";

    private readonly object tracker;
    private readonly int[] rows;

    /// <param name="tracker">The object that keeps the scores of a set of rows.</param>
    /// <param name="most">Of how many rows, evenly spread, they are wanted.</param>
    /// <exception cref="MissingMemberException">This version of ML.NET keeps them in another way.</exception>
    public TrackedScores(object tracker, int most)
    {
        this.tracker = tracker;
        var targets = (double[])Members.Require(Members.Require(tracker, "Dataset"), "Targets");
        var count = Math.Min(most, targets.Length);
        rows = [.. Enumerable.Range(0, count).Select(i => (int)((long)i * targets.Length / count))];
        Labels = Array.ConvertAll(rows, row => targets[row]);
        Total = targets.Length;
    }

    public IReadOnlyList<double> Labels { get; }

    /// <summary>How many rows there are in all.</summary>
    public int Total { get; }

    /// <summary>The object that keeps the scores of a set of rows; null where there is none.</summary>
    public static object? Of(object trainer, string set) => Members.Field(trainer.GetType(), set)?.GetValue(trainer);

    /// <summary>Has something called after each iteration, on the thread that trains.</summary>
    /// <returns>What ends that.</returns>
    /// <exception cref="MissingMemberException">This version of ML.NET does not tell.</exception>
    public static Action Listen(object tracker, Action updated)
    {
        var field = Members.Field(tracker.GetType(), UpdatedField) ?? throw new MissingMemberException(tracker.GetType().FullName, UpdatedField);
        var listener = Delegate.CreateDelegate(field.FieldType, updated.Target, updated.Method);
        field.SetValue(tracker, Delegate.Combine((Delegate?)field.GetValue(tracker), listener));
        return () => field.SetValue(tracker, Delegate.Remove((Delegate?)field.GetValue(tracker), listener));
    }

    /// <summary>What the model says now.</summary>
    public double[] Copy()
    {
        var scores = (double[])Members.Require(tracker, "Scores");
        return Array.ConvertAll(rows, row => scores[row]);
    }
}
