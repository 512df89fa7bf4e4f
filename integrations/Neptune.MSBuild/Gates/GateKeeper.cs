using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Neptune.MSBuild.Facts;
using Neptune.MSBuild.Items;
using Neptune.MSBuild.Registration;
using Neptune.MSBuild.Resolving;

namespace Neptune.MSBuild.Gates;

/// <summary>Checks all gates of a project.</summary>
internal sealed class GateKeeper(StoreSettings store, FileRegistry registry, TaskLoggingHelper log)
{
    /// <exception cref="BuildProblemException">A gate is closed or cannot be checked.</exception>
    public void Check(ProjectItems items, IReadOnlyList<ResolvedReference> references, IReadOnlyDictionary<ModelItem, string> hashes, CancellationToken cancellation)
    {
        var gates = new MetricGate(store);
        foreach (var gate in items.Gates)
        {
            cancellation.ThrowIfCancellationRequested();
            var model = items.Models.FirstOrDefault(model => model.Key == gate.Name);
            var candidate = model is not null ? Candidate(gate, model, hashes[model]) : Candidate(references.First(reference => reference.Item.Name == gate.Name));
            log.LogMessage(MessageImportance.Normal, "Neptune: {0}", gates.Check(gate, candidate));
        }
    }

    /// <summary>A file, measured by its metrics file.</summary>
    private GateCandidate Candidate(GateItem gate, ModelItem model, string sha256)
    {
        var metrics = MetricsFile.Read(model);
        return new(model.Key, model.Project, IdOf(gate, model, sha256), path => metrics.GetValueOrDefault(path) switch
        {
            double number => number,
            long number => number,
            _ => null,
        });
    }

    /// <summary>A registered version, measured by what is recorded in it.</summary>
    private GateCandidate Candidate(ResolvedReference reference) => new(reference.Version.Key, reference.Version.Project, reference.Version.Version, path =>
    {
        using var version = ModelVersion.Init(store.In(reference.Version.Project).ReadOnly.Fill(new ModelVersionOptions { WithId = reference.Version.Version }));
        return MetricGate.MetricOf(version, path);
    });

    /// <summary>The id that the file has already: a model is not compared with itself.</summary>
    private string? IdOf(GateItem gate, ModelItem model, string sha256)
    {
        try
        {
            return registry.Find(model, sha256)?.Id;
        }
        catch (BuildProblemException problem) when (problem.Code == Codes.InTrash)
        {
            return null;
        }
        catch (NeptuneException e)
        {
            throw gate.Source.Problem(Codes.GateNotEvaluated, $"{gate.Name} cannot be compared: {e.Message}", e);
        }
    }
}
