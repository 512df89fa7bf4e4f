namespace Neptune;

/// <summary>A read or change of a field that does not exist.</summary>
public sealed class NeptuneMissingFieldException : NeptuneException
{
    internal NeptuneMissingFieldException(string path, string objectId, string cure = "PrintStructure() shows what it has.")
        : base($"{objectId} has no field \"{path}\". {cure}") => Path = path;

    /// <summary>The path that was asked for.</summary>
    public string Path { get; }
}
