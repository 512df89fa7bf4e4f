namespace Neptune.ML.Trials;

/// <summary>All trials of an experiment, a row each.</summary>
internal sealed class TrialTable
{
    private readonly SortedDictionary<int, TrialValues> trials = [];

    public int Count => trials.Count;

    public void Add(int id, TrialValues values) => trials[id] = values;

    /// <summary>The id of the run of a trial; null before the trial has ended.</summary>
    public string? RunOf(int id) => trials.GetValueOrDefault(id)?.Run;

    public string ToCsv()
    {
        var csv = new Csv("trial", "run", "status", "metric", "loss", "seconds", "pipeline");
        foreach (var (id, trial) in trials)
            csv.Add(id, trial.Run, trial.Status, trial.Metric, trial.Loss, trial.Seconds, trial.Pipeline);
        return csv.ToString();
    }
}
