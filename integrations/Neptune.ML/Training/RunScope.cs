namespace Neptune.ML.Training;

/// <summary>
/// A namespace of a run that one training writes to. What cannot be written is noted in the run and does not reach the training; that a run
/// cannot be written to at all is for the caller to find out first, with the indexer.
/// </summary>
internal sealed class RunScope(Run run, string root)
{
    public const string Diagnostics = "monitoring/neptune/mlnet";

    public Run Run => run;

    public RunScope Within(string path) => path.Length == 0 ? this : new(run, PathOf(path));

    public string PathOf(string path) => root.Length == 0 ? path : $"{root}/{path}";

    public Field this[string path] => run[PathOf(path)];

    public void Assign(string path, object value) => Guard(path, () => this[path].Assign(value));

    public void Add(string path, params string[] values) => Guard(path, () => this[path].Add(values));

    /// <summary>A handle on a series; null when the path holds something else.</summary>
    public FloatSeries? Series(string path)
    {
        FloatSeries? series = null;
        Guard(path, () => series = run.GetFloatSeries(PathOf(path)));
        return series;
    }

    /// <summary>Says in the run what could not be logged, and why.</summary>
    public void Note(string what)
    {
        try
        {
            Fallbacks.Note(run, root.Length == 0 ? what : $"{root}: {what}");
        }
        catch (NeptuneStoppedException)
        {
            // The run was stopped under a training that goes on: there is no place left to say so, and the training is not to blame.
        }
    }

    /// <summary>Writes something; a refusal becomes a note, and so does a member that another library no longer has, or that is not what it was.</summary>
    public void Guard(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception refused)
        {
            Note($"{path}: {refused.Message}");
        }
    }
}
