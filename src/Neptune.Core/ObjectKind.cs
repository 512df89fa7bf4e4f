namespace Neptune;

/// <summary>What a tracked object is. The kind decides the form of its id and where it is listed.</summary>
public enum ObjectKind
{
    /// <summary>One execution of training or evaluation code; id <c>KEY-12</c>.</summary>
    Run = 1,

    /// <summary>A named model of a project; id <c>KEY-FOREST</c>.</summary>
    Model = 2,

    /// <summary>One version of a model, the only kind that has a stage; id <c>KEY-FOREST-3</c>.</summary>
    ModelVersion = 3,

    /// <summary>The project itself, for metadata that all its objects share; id <c>KEY</c>.</summary>
    Project = 4,
}
