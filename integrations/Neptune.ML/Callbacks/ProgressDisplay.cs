namespace Neptune.ML;

/// <summary>When a training draws a progress bar with the time that is left.</summary>
public enum ProgressDisplay
{
    /// <summary>On a terminal, for trainings that take longer than a second, but not when the output goes to a file or a pipe.</summary>
    Auto,

    /// <summary>In any case.</summary>
    Always,

    /// <summary>Not at all. The run has <c>progress</c> all the same.</summary>
    Never,
}
