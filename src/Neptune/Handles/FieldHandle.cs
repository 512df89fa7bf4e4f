using Neptune.Storage;

namespace Neptune;

/// <summary>A field whose kind is known. It may exist or not yet: the first write creates it.</summary>
public abstract class FieldHandle
{
    private protected Field target;

    private protected FieldHandle(Field target) => this.target = target;

    /// <summary>The path of the field.</summary>
    public string Path => target.Path;

    /// <summary>Whether the object has the field.</summary>
    public bool Exists() => target.IsDetached ? target.Snapshot is not null : target.Owner.Exists(Path);

    /// <summary>Deletes the field.</summary>
    /// <exception cref="NeptuneMissingFieldException">There is no field at the path.</exception>
    public void Delete() => target.Delete();

    /// <summary>The path.</summary>
    public override string ToString() => Path;

    /// <summary>What is known of the field without reading its content; <see langword="null"/> when there is none.</summary>
    /// <exception cref="NeptuneFieldTypeException">The field has another type.</exception>
    private protected StoredField? Stored(FieldType type) => target.ReadStored() is not { } stored ? null
        : stored.Type == type ? stored
        : throw new NeptuneFieldTypeException(Path, stored.Type, $"reading it as {type}");
}
