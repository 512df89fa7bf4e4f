using System.Globalization;
using Neptune.MSBuild.Items;

namespace Neptune.MSBuild.Gates;

/// <summary>Compares a metric of a candidate with that of the version in use.</summary>
internal sealed class MetricGate(StoreSettings store)
{
    /// <returns>What was compared, for the log.</returns>
    /// <exception cref="BuildProblemException">The candidate is worse than allowed, or there is nothing to compare.</exception>
    public string Check(GateItem gate, GateCandidate candidate)
    {
        var value = candidate.Metric(gate.Metric) ?? throw gate.Source.Problem(Codes.GateNotEvaluated,
            $"The candidate of {gate.Name} has no metric {gate.Metric}. Put it into the file that Metrics names, or correct Metric.");
        if (Baseline(gate, candidate) is not { } baseline)
            return $"{gate.Name} {gate.Metric} is {Text(value)}; no other version is in {gate.Against.Stage} yet, so the gate is open.";

        var delta = value - baseline.Value;
        var facts = $"{gate.Metric} is {Text(value)}, {baseline.Id} {(gate.Against.Stage is { } stage ? $"in {stage}" : "")} has {Text(baseline.Value)}, the difference is {Text(delta)}";
        // A comparison with a value that is no number is never true, and a gate that cannot compare is closed.
        if (!(gate.MinDelta is not { } min || delta >= min) || !(gate.MaxDelta is not { } max || delta <= max))
            throw gate.Source.Problem(Codes.GateFailed, $"{gate.Name} is worse than allowed: {facts}; {Limits(gate)}. Train a better model, or change the gate.");
        return $"{gate.Name}: {facts}; {Limits(gate)}.";
    }

    /// <summary>A metric of a version: a number, or the last value of a series.</summary>
    public static double? MetricOf(ModelVersion version, string path) => version.Exists(path) ? version[path] switch
    {
        { Type: FieldType.FloatSeries } series => series.FetchLast<double>(),
        { Type: FieldType.Float or FieldType.Int } number => number.Fetch<double>(),
        _ => null,
    } : null;

    private (string Id, double Value)? Baseline(GateItem gate, GateCandidate candidate)
    {
        try
        {
            if (BaselineId(gate, candidate) is not { } id)
                return null;
            using var version = ModelVersion.Init(Registry(candidate).Fill(new ModelVersionOptions { WithId = id }));
            return (id, MetricOf(version, gate.Metric) ?? throw gate.Source.Problem(Codes.GateNotEvaluated, $"{id}, with which {gate.Name} is compared, has no metric {gate.Metric}. Record it there, or compare another metric."));
        }
        catch (NeptuneException e)
        {
            throw gate.Source.Problem(Codes.GateNotEvaluated, $"{gate.Name} cannot be compared: {e.Message}", e);
        }
    }

    private string? BaselineId(GateItem gate, GateCandidate candidate)
    {
        string model;
        try
        {
            using var project = Project.Init(Registry(candidate).Fill(new ProjectOptions()));
            model = $"{project.Id}-{candidate.Key}";
        }
        catch (NeptuneNotFoundException)
        {
            // Where nothing was ever registered, there is nothing to compare with.
            return null;
        }
        if (gate.Against.Version is { } number)
            return $"{model}-{number.ToString(CultureInfo.InvariantCulture)}";
        try
        {
            return RegisteredVersions.Newest(Registry(candidate), model, gate.Against.Stage!.Value, except: candidate.VersionId);
        }
        catch (NeptuneNotFoundException)
        {
            return null;
        }
    }

    private StoreSettings Registry(GateCandidate candidate) => store.In(candidate.Project).ReadOnly;

    private static string Limits(GateItem gate) => string.Join(" and ", new[]
    {
        gate.MinDelta is { } min ? $"at least {Text(min)}" : null,
        gate.MaxDelta is { } max ? $"at most {Text(max)}" : null,
    }.Where(limit => limit is not null)) + " is allowed";

    private static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
