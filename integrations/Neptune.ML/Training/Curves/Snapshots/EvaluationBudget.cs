namespace Neptune.ML.Training.Curves.Snapshots;

/// <summary>How many rows and how many checkpoints are worth what they cost. Costs are in nanoseconds, as measured on one core of 2.6 GHz.</summary>
internal sealed class EvaluationBudget
{
    private const double Total = 100e6;
    private const int AimedPoints = 100;
    private const int Stages = 4;
    private const int FewestPoints = 8;
    private const int FewestRows = 1_000;
    private const double MostBytes = 64e6;
    private const int MostBatch = 16;
    private const int CachedWeights = 65_536;
    private const double PerRow = 60;
    private const double PerOutput = 10;
    private const double PerDenseValue = 0.25;
    private const double PerSparseValue = 3;
    private const double PerWeight = 1;
    private const double PerPoint = 5_000;

    private readonly double total;
    private readonly double row;
    private readonly double besideRows;

    /// <param name="asked">How many rows the user asked for, if so.</param>
    /// <param name="shape">The model.</param>
    /// <param name="values">How many values a row holds.</param>
    /// <param name="trainings">How many such models are trained one after another.</param>
    public EvaluationBudget(int? asked, WeightShape shape, double values, int trainings)
    {
        var isDense = values >= shape.Slots;
        total = Total / trainings;
        row = PerRow + (shape.Outputs * (PerOutput + (values * (isDense ? PerDenseValue : PerSparseValue))));
        besideRows = PerPoint + (shape.Length * PerWeight);
        var fitting = MostBytes / (sizeof(float) * Math.Max(1, values) * (isDense ? 1 : 2));
        Rows = (int)Math.Max(1, Math.Min(asked ?? Math.Clamp(total / AimedPoints / row, FewestRows, StageRows.MostByDefault), fitting));
        Batch = Math.Clamp(CachedWeights / shape.Length, 1, MostBatch);
    }

    /// <summary>How many rows.</summary>
    public int Rows { get; }

    /// <summary>How many checkpoints are evaluated together, so that each row is fetched once but the weights stay in the cache.</summary>
    public int Batch { get; }

    /// <summary>How many checkpoints in a row are evaluated with so many rows before it becomes every second, every fourth, ….</summary>
    public int PointsWith(int rows) => (int)Math.Max(FewestPoints, total / Stages / ((rows * row) + besideRows));
}
