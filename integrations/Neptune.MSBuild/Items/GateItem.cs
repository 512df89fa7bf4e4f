using Microsoft.Build.Framework;

namespace Neptune.MSBuild.Items;

/// <summary>An item of type <c>NeptuneGate</c>: how much worse than what is in use a model may be.</summary>
/// <param name="Name">The model, as the project calls it.</param>
/// <param name="Metric">The path of the metric.</param>
/// <param name="MinDelta">The least that candidate minus baseline may be.</param>
/// <param name="MaxDelta">The most that candidate minus baseline may be.</param>
/// <param name="Against">The version to compare with.</param>
/// <param name="Source">The item, for what is wrong with it.</param>
internal sealed record GateItem(string Name, string Metric, double? MinDelta, double? MaxDelta, GateBaseline Against, ItemReader Source)
{
    public const string Type = "NeptuneGate";

    /// <exception cref="BuildProblemException">The item misses something.</exception>
    public static GateItem Parse(ITaskItem item)
    {
        var source = new ItemReader(item, Type);
        var (min, max) = (source.Number("MinDelta"), source.Number("MaxDelta"));
        return new(
            source.Text("Key") ?? source.Include,
            source.Required("Metric", "test/auc"),
            min is null && max is null ? 0 : min,
            max,
            int.TryParse(source.Text("Against"), out _) ? new(source.Version("Against"), null) : new(null, source.Stage("Against") ?? ModelStage.Production),
            source);
    }
}
