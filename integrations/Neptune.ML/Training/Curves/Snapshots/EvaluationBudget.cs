namespace Neptune.ML.Training.Curves.Snapshots;

/// <summary>How many rows and how many checkpoints are worth what they cost. Costs are in nanoseconds, as measured on one core of 2.6 GHz.</summary>
/// <param name="Rows">How many rows.</param>
/// <param name="Points">How many checkpoints in a row are evaluated before it becomes every second, every fourth, ….</param>
/// <param name="Batch">How many checkpoints are evaluated together, so that each row is fetched once but the weights stay in the cache.</param>
internal readonly record struct EvaluationBudget(int Rows, int Points, int Batch)
{
    private const int MostBatch = 16;
    private const int CachedWeights = 65_536;
    private const double Total = 100e6;
    private const int AimedPoints = 100;
    private const int Stages = 4;
    private const int FewestPoints = 8;
    private const int FewestRows = 1_000;
    private const int MostRows = 20_000;
    private const double MostBytes = 64e6;
    private const double PerRow = 60;
    private const double PerOutput = 10;
    private const double PerDenseValue = 0.25;
    private const double PerSparseValue = 3;
    private const double PerWeight = 1;

    /// <param name="asked">How many rows the user asked for, if so.</param>
    /// <param name="shape">The model.</param>
    /// <param name="values">How many values a row holds.</param>
    /// <param name="trainings">How many such models are trained one after another.</param>
    public static EvaluationBudget For(int? asked, WeightShape shape, double values, int trainings = 1)
    {
        var total = Total / trainings;
        var isDense = values >= shape.Slots;
        var row = PerRow + (shape.Outputs * (PerOutput + (values * (isDense ? PerDenseValue : PerSparseValue))));
        var fitting = MostBytes / (sizeof(float) * Math.Max(1, values) * (isDense ? 1 : 2));
        var rows = (int)Math.Min(asked ?? Math.Clamp(total / AimedPoints / row, FewestRows, MostRows), fitting);
        var points = total / Stages / ((rows * row) + (shape.Length * PerWeight));
        return new(Math.Max(1, rows), (int)Math.Max(FewestPoints, points), Math.Clamp(CachedWeights / shape.Length, 1, MostBatch));
    }
}
