namespace Neptune;

/// <summary>A value or an operation that does not fit the type of an existing field.</summary>
public sealed class NeptuneFieldTypeException : NeptuneException
{
    internal NeptuneFieldTypeException(string path, FieldType existing, string attempted)
        : base($"\"{path}\" is a field of type {existing}; {attempted} does not fit it. Use a matching value, another path, or Delete(\"{path}\") first.")
    {
        Path = path;
        ExistingType = existing;
    }

    internal NeptuneFieldTypeException(string path, string message)
        : base(message) => Path = path;

    /// <summary>The path of the field.</summary>
    public string Path { get; }

    /// <summary>The type the field has, or <c>null</c> when the path is a namespace.</summary>
    public FieldType? ExistingType { get; }
}
