namespace Neptune.ML.Tests.Training;

/// <summary>
/// Tests that compare models bit by bit. FastTree and GAM sum with as many threads as the training that was started last in the process asked for, so
/// other tests must not train beside them.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
