using Neptune.Objects;

namespace Neptune;

/// <summary>One version of a model: the trained file, its metrics, and the stage it is in.</summary>
public sealed class ModelVersion : NeptuneObject
{
    private ModelVersion(OpenedObject opened, ModelVersionOptions options)
        : base(opened) => this.Describe(options.Name ?? (opened.Created ? Description.Untitled : null));

    /// <summary>Creates the next version of a model, or opens one by id.</summary>
    /// <exception cref="NeptuneNotFoundException">There is no model or no version with the id.</exception>
    /// <exception cref="NeptuneOptionsException">Neither is given.</exception>
    /// <exception cref="NeptuneStoreException">The store cannot be opened.</exception>
    public static ModelVersion Init(ModelVersionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new(ObjectOpener.ModelVersion(options), options);
    }

    /// <inheritdoc cref="Init"/>
    public static Task<ModelVersion> InitAsync(ModelVersionOptions options, CancellationToken cancellation = default) => Task.Run(() => Init(options), cancellation);

    /// <summary>Moves the version to a stage, kept in <c>sys/stage</c>. Returns when the store has it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The stage is none of the four.</exception>
    /// <exception cref="NeptuneReadOnlyException">The version was opened read-only.</exception>
    public void ChangeStage(ModelStage stage) => ChangeStageAsync(stage).GetAwaiter().GetResult();

    /// <inheritdoc cref="ChangeStage"/>
    public Task ChangeStageAsync(ModelStage stage, CancellationToken cancellation = default)
    {
        if (!Enum.IsDefined(stage))
            throw new ArgumentOutOfRangeException(nameof(stage), stage, "A stage is None, Staging, Production or Archived.");
        Core.RequireWritable();
        FieldWriter.AssignSystem(this, SysFields.Stage, ScalarValue.String(stage.ToString().ToLowerInvariant()));
        return WaitAsync(null, cancellation);
    }
}
