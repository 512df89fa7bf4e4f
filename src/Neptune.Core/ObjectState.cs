namespace Neptune.Core;

/// <summary>
/// What a process is doing with an object, or how it left it. In the order of their texts, in which tables sort them. Active and inactive are
/// the two words of Neptune's other clients: <see cref="Running"/>, and all the others.
/// </summary>
internal enum ObjectState
{
    /// <summary>It ended with an unhandled exception or an exit code other than 0, or somebody has set <c>sys/failed</c>.</summary>
    Failed,

    /// <summary>It was stopped in order.</summary>
    Finished,

    /// <summary>No process writes to it, and how the last one ended does not matter or is not known: projects, models, objects of older versions.</summary>
    Idle,

    /// <summary>A signal ended its process: Ctrl+C, or a system or container that shuts down.</summary>
    Interrupted,

    /// <summary>Its process went without a word: killed, or with its machine.</summary>
    Lost,

    /// <summary>A process has it open and gives signs of life.</summary>
    Running,
}
