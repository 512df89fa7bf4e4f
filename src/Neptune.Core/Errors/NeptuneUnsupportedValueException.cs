namespace Neptune;

/// <summary>A value that has no representation as a field.</summary>
public sealed class NeptuneUnsupportedValueException : NeptuneException
{
    internal NeptuneUnsupportedValueException(string path, string message, Exception? innerException = null)
        : base(message, innerException) => Path = path;

    /// <summary>The path that was written to.</summary>
    public string Path { get; }
}
