namespace Neptune;

/// <summary>A read or change of a field that does not exist.</summary>
public sealed class NeptuneMissingFieldException : NeptuneException
{
    internal NeptuneMissingFieldException(string path, string objectId)
        : base($"{objectId} has no field \"{path}\". PrintStructure() shows what it has.") => Path = path;

    /// <summary>The path that was asked for.</summary>
    public string Path { get; }
}
