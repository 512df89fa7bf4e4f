namespace Neptune.Core;

/// <summary>The words for states.</summary>
internal static class ObjectStates
{
    public static IReadOnlyList<ObjectState> All { get; } = Enum.GetValues<ObjectState>();

    private static readonly ObjectState[] Inactive = [.. All.Where(state => state != ObjectState.Running)];

    /// <summary>The text that a field has.</summary>
    public static string Text(ObjectState state) => state switch
    {
        ObjectState.Failed => "failed",
        ObjectState.Finished => "finished",
        ObjectState.Interrupted => "interrupted",
        ObjectState.Lost => "lost",
        ObjectState.Running => "running",
        _ => "idle",
    };

    /// <summary>The word that people see.</summary>
    public static string Word(ObjectState state) => state switch
    {
        ObjectState.Running => "Active",
        ObjectState.Idle => "Inactive",
        _ => state.ToString(),
    };

    /// <summary>The state whose text a field has; what is not known is idle.</summary>
    public static ObjectState Of(string text) => All.FirstOrDefault(state => Text(state) == text, ObjectState.Idle);

    /// <summary>The states that a word of a query means, in any case; <see langword="null"/> when it means none.</summary>
    public static IReadOnlyList<ObjectState>? Named(string word) => word.ToLowerInvariant() switch
    {
        "active" => [ObjectState.Running],
        "idle" or "inactive" => Inactive,
        var text => All.Where(state => Text(state) == text).ToArray() is { Length: > 0 } named ? named : null,
    };
}
