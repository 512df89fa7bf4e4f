using Microsoft.ML;
using Microsoft.ML.Data;
using Neptune.ML.Evaluation;
using Neptune.ML.Models.Explanations;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Models;

/// <summary>What a model needs to predict: labels, weights and groups, and the steps of the pipeline that deal with them, are there for training only.</summary>
/// <param name="Model">The model without the steps that are for training.</param>
/// <param name="Inputs">The columns that its predictions depend on.</param>
internal sealed record PredictionPath(ITransformer Model, IReadOnlyList<DataViewSchema.Column> Inputs)
{
    /// <summary>A model that does not say what depends on what needs all of it.</summary>
    public static PredictionPath Of(ITransformer model, DataViewSchema inputSchema)
    {
        var steps = Predictor.Flatten(model).ToArray();
        if (steps.Length == 0 || !steps.All(step => step.IsRowToRowMapper))
            return new(model, [.. inputSchema.Where(column => !column.IsHidden)]);
        var mappers = new IRowToRowMapper[steps.Length];
        for (var i = 0; i < steps.Length; i++)
            mappers[i] = steps[i].GetRowToRowMapper(i == 0 ? inputSchema : mappers[i - 1].OutputSchema);

        DataViewSchema.Column[] needed = [.. Answers(mappers)];
        List<ITransformer> kept = [];
        for (var i = steps.Length - 1; i >= 0; i--)
        {
            if (Made(mappers[i]).Any(made => needed.Any(column => column.Index == made.Index)))
                kept.Insert(0, steps[i]);
            needed = [.. mappers[i].GetDependencies(needed).OrderBy(column => column.Index)];
        }
        return new(kept.Count == steps.Length ? model : new TransformerChain<ITransformer>([.. kept]), needed);
    }

    /// <summary>The columns that predictors made, and what was made of those; all columns that are made where nothing predicts.</summary>
    private static IEnumerable<DataViewSchema.Column> Answers(IRowToRowMapper[] mappers)
    {
        HashSet<string> answers = [];
        foreach (var mapper in mappers)
        {
            var made = Made(mapper);
            if (made.Any(ScoreKind.IsNoted) || mapper.GetDependencies(made).Any(column => answers.Contains(column.Name)))
                answers.UnionWith(made.Select(column => column.Name));
        }
        if (answers.Count == 0)
            answers.UnionWith(mappers.SelectMany(Made).Select(column => column.Name));
        return mappers[^1].OutputSchema.Where(column => !column.IsHidden && answers.Contains(column.Name));
    }

    private static DataViewSchema.Column[] Made(IRowToRowMapper mapper) => [.. StageColumns.Made(mapper.InputSchema, mapper.OutputSchema)];
}
