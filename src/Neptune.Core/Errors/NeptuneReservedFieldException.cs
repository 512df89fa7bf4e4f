namespace Neptune;

/// <summary>A write to a field that Neptune itself maintains, such as <c>sys/id</c>.</summary>
public sealed class NeptuneReservedFieldException : NeptuneException
{
    internal NeptuneReservedFieldException(string path, string advice)
        : base($"\"{path}\" is maintained by Neptune and cannot be written. {advice}") => Path = path;

    /// <summary>The path that was written to.</summary>
    public string Path { get; }
}
