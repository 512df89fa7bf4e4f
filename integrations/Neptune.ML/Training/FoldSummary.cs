namespace Neptune.ML.Training;

/// <summary>Where the series of the folds of a cross validation ended: the mean in <c>folds/mean</c> and the standard deviation (of the sample, n − 1) in <c>folds/std</c>, brought up to date after each fold.</summary>
internal sealed class FoldSummary(RunScope scope)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<double>> ends = [];

    public void Add(IReadOnlyDictionary<string, double> lastValues)
    {
        lock (gate)
        {
            foreach (var (path, value) in lastValues)
            {
                if (!ends.TryGetValue(path, out var values))
                    ends[path] = values = [];
                values.Add(value);
                if (values.Count > 1)
                    Write(path, values);
            }
        }
    }

    private void Write(string path, List<double> values)
    {
        var mean = values.Average();
        scope.Assign($"folds/mean/{path}", mean);
        scope.Assign($"folds/std/{path}", Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1)));
    }
}
