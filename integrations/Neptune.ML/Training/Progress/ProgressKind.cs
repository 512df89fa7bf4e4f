namespace Neptune.ML.Training.Progress;

/// <summary>What a <see cref="ProgressReport"/> is about.</summary>
internal enum ProgressKind
{
    Started,

    /// <summary>The trainer itself reported its state, once per iteration or less often.</summary>
    Checkpoint,

    /// <summary>The state when it was asked for.</summary>
    Sample,

    Stopped,
}
