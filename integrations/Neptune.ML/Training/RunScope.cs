namespace Neptune.ML.Training;

/// <summary>
/// A namespace of a run that one training writes to. What cannot be written is noted in the run and does not reach the training; an unusable
/// run is reported by the first write, which the caller makes with <see cref="Run"/> directly.
/// </summary>
internal sealed class RunScope(Run run, string root)
{
    public const string Diagnostics = "monitoring/neptune/mlnet";

    public Run Run => run;

    public RunScope Within(string path) => path.Length == 0 ? this : new(run, PathOf(path));

    public string PathOf(string path) => root.Length == 0 ? path : $"{root}/{path}";

    public Field this[string path] => run[PathOf(path)];

    public void Assign(string path, object value) => Guard(path, () => this[path].Assign(value));

    public void Add(string path, string value) => Guard(path, () => this[path].Add(value));

    public void Append(string path, double value, double step, DateTimeOffset time) => Guard(path, () => this[path].Append(value, step, time));

    /// <summary>Says in the run what could not be logged, and why.</summary>
    public void Note(string what) => run[$"{Diagnostics}/fallbacks"].Append($"{(root.Length == 0 ? "" : root + ": ")}{what}");

    private void Guard(string path, Action write)
    {
        try
        {
            write();
        }
        catch (NeptuneException refused) when (refused is not NeptuneStoppedException)
        {
            Note($"{path}: {refused.Message}");
        }
        catch (NeptuneStoppedException)
        {
            // The run was stopped under a training that goes on: there is no place left to say so, and the training is not to blame.
        }
    }
}
