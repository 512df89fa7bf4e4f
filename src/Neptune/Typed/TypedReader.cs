namespace Neptune.Typed;

/// <summary>Gives generated code the values of an annotated type's members: from an object, a row of a table, or a configuration.</summary>
public abstract class TypedReader
{
    private protected TypedReader()
    {
    }

    /// <summary>A value that must be there.</summary>
    /// <exception cref="NeptuneMissingFieldException">There is no field at the path.</exception>
    /// <exception cref="NeptuneFieldTypeException">The field has a value of another type.</exception>
    public T Read<T>(TypedField<T> field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return TryRead(field, out var value) ? value : !IsAsked(field.Path) ? default! : throw Missing(field.Path);
    }

    /// <summary>A value, or the one that the type declares when there is no field.</summary>
    /// <exception cref="NeptuneFieldTypeException">The field has a value of another type.</exception>
    public T Read<T>(TypedField<T> field, T declared)
    {
        ArgumentNullException.ThrowIfNull(field);
        return TryRead(field, out var value) ? value : declared;
    }

    /// <summary>A nested namespace; what is missing in it is as its type declares.</summary>
    public T Group<T>(string path, TypedShape<T> shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return IsNull(path) ? default! : shape.Read(this);
    }

    /// <summary>A nested namespace; what is missing in it is as the type around it declares.</summary>
    public T Group<T>(string path, TypedShape<T> shape, T? declared)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return IsNull(path) ? default!
            : !HasFields(path) ? declared!
            : declared is null ? shape.Read(this)
            : shape.Read(this, declared);
    }

    /// <summary>A nested namespace that may be null; what is missing in it is as its type declares.</summary>
    public T? NullableGroup<T>(string path, TypedShape<T> shape)
        where T : struct => NullableGroup(path, shape, null);

    /// <summary>A nested namespace that may be null; what is missing in it is as the type around it declares.</summary>
    public T? NullableGroup<T>(string path, TypedShape<T> shape, T? declared)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(shape);
        return IsNull(path) ? null
            : !HasFields(path) ? declared
            : declared is { } given ? shape.Read(this, given)
            : shape.Read(this);
    }

    /// <summary>A handle of a float series, whether it is there or not.</summary>
    public FloatSeries FloatSeries(TypedField field) => new(Target(field));

    /// <summary>A handle of a string series, whether it is there or not.</summary>
    public StringSeries StringSeries(TypedField field) => new(Target(field));

    /// <summary>A handle of a file series, whether it is there or not.</summary>
    public FileSeries FileSeries(TypedField field) => new(Target(field));

    /// <summary>A handle of a string set, whether it is there or not.</summary>
    public StringSet StringSet(TypedField field) => new(Target(field));

    /// <summary>A handle of a file set, whether it is there or not.</summary>
    public FileSet FileSet(TypedField field) => new(Target(field));

    /// <summary>A handle of an artifact, whether it is there or not.</summary>
    public Artifact Artifact(TypedField field) => new(Target(field));

    /// <summary>A file; reading its content fails when it is not there.</summary>
    public NeptuneFile File(TypedField<NeptuneFile> field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return TryRead(field, out var file) ? file : NeptuneFile.Missing(() => Missing(field.Path));
    }

    private protected abstract ValueSource Source { get; }

    /// <summary>What is kept for a field; a dictionary of what is below it where it is no field itself.</summary>
    private protected abstract bool TryFind(TypedField field, out object? stored);

    private protected abstract bool HasFields(string ns);

    private protected abstract bool IsNull(string ns);

    /// <summary>Whether the reader would know of the field if it were there.</summary>
    private protected virtual bool IsAsked(string path) => true;

    private protected abstract Exception Missing(string path);

    private protected abstract Exception WrongType(string path, object? stored, Type wanted);

    private protected virtual Field Target(TypedField field) => Field.Detached(field.Path, null);

    private bool TryRead<T>(TypedField<T> field, out T value)
    {
        if (!TryFind(field, out var stored))
        {
            value = default!;
            return false;
        }
        return field.Codec.TryRead(stored, Source, out value) ? true : throw WrongType(field.Path, stored, typeof(T));
    }
}
