namespace Neptune;

/// <summary>The store was written by a newer version of Neptune than this one.</summary>
public sealed class NeptuneStoreVersionException : NeptuneException
{
    internal NeptuneStoreVersionException(string store, int found, int supported)
        : base($"The store {store} has format {found}; this version of Neptune reads formats up to {supported}. Update the Neptune packages.")
    {
        Found = found;
        Supported = supported;
    }

    /// <summary>The format of the store.</summary>
    public int Found { get; }

    /// <summary>The newest format that this version reads.</summary>
    public int Supported { get; }
}
