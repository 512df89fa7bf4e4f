namespace Neptune;

/// <summary>A download that cannot be written where it was to go: there is another file under its default name, a folder, a disk, or no way to write.</summary>
public sealed class NeptuneDestinationException : NeptuneException
{
    internal NeptuneDestinationException(string path, string message, Exception? innerException = null)
        : base(message, innerException) => Path = path;

    /// <summary>Where it was to go.</summary>
    public string Path { get; }
}
