namespace Neptune;

/// <summary>How the app and its API are served.</summary>
public sealed class NeptuneAppOptions
{
    /// <summary>The folder that holds <c>.neptune</c>; <see langword="null"/> for the store that training in this folder finds, too (<c>NEPTUNE_HOME</c>, else the nearest upwards).</summary>
    public string? StorePath { get; set; }

    /// <summary>Whether nothing can be changed through the app.</summary>
    public bool ReadOnly { get; set; }
}
