using Microsoft.ML;
using Neptune.ML.Training;

namespace Neptune.ML.Pipelines;

/// <summary>Logs what the stages of a pipeline were made with, and what training made of it.</summary>
internal sealed class PipelineParameters
{
    private const string Root = "params";
    private const string TrainerPath = "trainer";

    private readonly RunScope scope;
    private readonly IReadOnlyList<IEstimator<ITransformer>> stages;
    private readonly IEstimator<ITransformer>? mainTrainer;
    private readonly Dictionary<IEstimator<ITransformer>, StageSettings> asked = new(ReferenceEqualityComparer.Instance);

    public PipelineParameters(RunScope scope, IReadOnlyList<IEstimator<ITransformer>> stages)
    {
        this.scope = scope;
        this.stages = stages;
        mainTrainer = stages.LastOrDefault(TrainerOptions.IsTrainer);
        foreach (var part in stages.SelectMany(InnerTrainer.WithInner))
            asked[part] = Read(part);
    }

    /// <summary>Logs what was asked for. Settings that have their default are named in <c>params/defaults</c>.</summary>
    public void LogAsked(RunScope target, IEstimator<ITransformer> pipeline)
    {
        target.Assign($"{Root}/pipeline/stages", string.Join(" → ", stages.Select(StageName.Of)));
        if (Pipeline.CachePoints(pipeline) is { Count: > 0 } cached)
            target.Assign($"{Root}/pipeline/cached_after", string.Join(", ", cached));
        if (ContextSeed.Of(stages) is { } seed)
            target.Assign($"{Root}/seed", seed);
        List<string> defaults = [];
        for (var i = 0; i < stages.Count; i++)
        {
            foreach (var (part, path) in Parts(i))
            {
                if (path.StartsWith(TrainerPath, StringComparison.Ordinal))
                    target.Assign($"{Root}/{path}/name", StageName.Of(part));
                foreach (var value in asked[part].Values)
                    target.Assign($"{Root}/{path}/{value.Path}", value.Value);
                defaults.AddRange(asked[part].Defaults.Select(name => $"{path}/{name}"));
            }
        }
        if (defaults.Count > 0)
            target.Add($"{Root}/defaults", [.. defaults]);
    }

    /// <summary>Logs what training a stage set itself, and which columns the stage reads and makes.</summary>
    public void LogResolved(int index, DataViewSchema input, DataViewSchema output)
    {
        foreach (var (part, path) in Parts(index))
        {
            foreach (var value in Read(part).Since(asked[part]).Concat(NativeOptions.Chosen(part, asked[part])))
                scope.Assign($"{Root}/{path}/resolved/{value.Path}", value.Value);
            foreach (var value in NativeOptions.Of(part))
                scope.Assign($"{Root}/{path}/native/{value.Path}", value.Value);
        }
        var columns = $"{Root}/pipeline/{NameOf(index)}/columns";
        if (StageColumns.Read(InnerTrainer.WithInner(stages[index]).SelectMany(part => asked[part].Values), input) is { Length: > 0 } read)
            scope.Assign($"{columns}/in", read);
        if (StageColumns.Describe(StageColumns.Made(input, output)) is { Length: > 0 } made)
            scope.Assign($"{columns}/out", made);
    }

    /// <summary>The stage and the trainers inside it, with their namespaces: the last trainer is <c>trainer</c>, so that runs can be compared however many stages come before.</summary>
    private IEnumerable<(IEstimator<ITransformer> Part, string Path)> Parts(int index)
    {
        var path = ReferenceEquals(stages[index], mainTrainer) ? TrainerPath : $"pipeline/{NameOf(index)}";
        foreach (var part in InnerTrainer.WithInner(stages[index]))
        {
            yield return (part, path);
            path += "/inner";
        }
    }

    /// <summary>A stage may be anybody's class and hold anything: one that cannot be read is trained without its settings being logged.</summary>
    private StageSettings Read(IEstimator<ITransformer> part)
    {
        try
        {
            return StageSettings.Of(part);
        }
        catch (Exception failure)
        {
            scope.Note($"the settings of {StageName.Of(part)} cannot be read: {failure.GetType().Name}: {failure.Message}");
            return new([], []);
        }
    }

    private string NameOf(int index) => StageName.Numbered(index, stages[index]);
}
