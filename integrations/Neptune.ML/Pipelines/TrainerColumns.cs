using Microsoft.ML;

namespace Neptune.ML.Pipelines;

/// <summary>Which columns a trainer learns from.</summary>
/// <param name="Label">What is to be predicted; null for trainers that need none.</param>
/// <param name="Group">The query that a row of ranked data belongs to; null for all others.</param>
internal sealed record TrainerColumns(string? Label, string? Group)
{
    /// <summary>Trainers without an object for their options say which label they take in a field, or hold its name in one.</summary>
    public static TrainerColumns Of(IEstimator<ITransformer> trainer) => TrainerOptions.Of(trainer) is { } options
        ? new(Members.Read(options, "LabelColumnName") as string, Members.Read(options, "RowGroupColumnName") as string)
        : new(Members.Read(trainer, "LabelColumn") is SchemaShape.Column { Name: { } name } ? name : Members.Read(trainer, "_labelColumnName") as string, null);

    public DataViewSchema.Column? LabelIn(DataViewSchema schema) => Label is null ? null : schema.GetColumnOrNull(Label);

    public DataViewSchema.Column? GroupIn(DataViewSchema schema) => Group is null ? null : schema.GetColumnOrNull(Group);
}
