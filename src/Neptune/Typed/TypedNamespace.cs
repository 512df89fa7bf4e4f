namespace Neptune.Typed;

/// <summary>The fields of an annotated type on one object: what <c>run.Params</c> returns. Getting one does no I/O.</summary>
/// <typeparam name="T">The annotated type.</typeparam>
public abstract class TypedNamespace<T> : ITypedHandle
{
    private readonly NeptuneObject? owner;
    private readonly TypedShape<T> shape;
    private readonly T pending;

    /// <summary>The fields on an object.</summary>
    protected TypedNamespace(NeptuneObject owner, TypedShape<T> shape)
    {
        ArgumentNullException.ThrowIfNull(owner);
        this.owner = owner;
        this.shape = shape;
        pending = default!;
    }

    /// <summary>A value on its way to an object, as in <c>run.Params = value</c>.</summary>
    protected TypedNamespace(T pending, TypedShape<T> shape)
    {
        this.pending = pending;
        this.shape = shape;
    }

    /// <summary>The object.</summary>
    /// <exception cref="InvalidOperationException">This is a value that was not assigned to an object yet.</exception>
    public NeptuneObject Owner => owner ?? throw new InvalidOperationException("This value is not on an object yet; assign it to run.Accessor first.");

    /// <summary>The namespace.</summary>
    public string Path => shape.Path;

    /// <summary>Writes all members, one field each. All values are checked before the first is written. On a run, the members that differ from what the type declares are listed in the string set <c>source_code/overrides/NAMESPACE</c>.</summary>
    /// <exception cref="NeptuneFieldTypeException">A field has a type that its value does not fit without loss.</exception>
    public void Assign(T value) => TypedAssignment.Assign(Owner, shape, value);

    /// <summary>Reads all members back. What has no field is as the type declares it.</summary>
    /// <exception cref="NeptuneMissingFieldException">A member that the type declares no value for has no field.</exception>
    /// <exception cref="NeptuneFieldTypeException">A field has a value of another type than declared.</exception>
    public T Fetch()
    {
        Owner.Core.RequireOpen();
        Owner.Core.WaitForOwnWrites();
        return shape.Read(StoreReader.Of(Owner, Path));
    }

    /// <inheritdoc cref="Fetch"/>
    public async Task<T> FetchAsync(CancellationToken cancellation = default)
    {
        Owner.Core.RequireOpen();
        await Owner.Core.WaitForOwnWritesAsync(null, cancellation).ConfigureAwait(false);
        return await Task.Run(() => shape.Read(StoreReader.Of(Owner, Path)), cancellation).ConfigureAwait(false);
    }

    /// <summary>Whether the object has any field in the namespace.</summary>
    public bool Exists() => Owner.Exists(Path);

    /// <summary>Deletes all fields in the namespace.</summary>
    /// <exception cref="NeptuneMissingFieldException">There are none.</exception>
    public void Delete() => Owner.Delete(Path);

    /// <summary>The namespace.</summary>
    public override string ToString() => Path;

    /// <summary>Writes to an object what the object of this one has.</summary>
    public void CopyTo(NeptuneObject target) => TypedAssignment.Assign(target, shape, owner is null ? pending : Fetch());

    /// <summary>The field of a member.</summary>
    protected Field<TLeaf> Leaf<TLeaf>(TypedField<TLeaf> field) => new(Owner, field);

    /// <summary>Writes a member.</summary>
    protected void Set<TLeaf>(TypedField<TLeaf> field, Field<TLeaf> value) => new Field<TLeaf>(Owner, field).Assign(value.Value);

    /// <summary>The series of a member.</summary>
    protected FloatSeries FloatSeries(TypedField field) => Owner.Core.Fields.Handle(field).Series;

    /// <summary>The series of a member.</summary>
    protected StringSeries StringSeries(TypedField field) => new(Owner.Core.Fields.Handle(field));

    /// <summary>The series of a member.</summary>
    protected FileSeries FileSeries(TypedField field) => new(Owner.Core.Fields.Handle(field));

    /// <summary>The set of a member.</summary>
    protected StringSet StringSet(TypedField field) => new(Owner.Core.Fields.Handle(field));

    /// <summary>The files of a member.</summary>
    protected FileSet FileSet(TypedField field) => new(Owner.Core.Fields.Handle(field));

    /// <summary>The tracked files of a member.</summary>
    protected Artifact Artifact(TypedField field) => new(Owner.Core.Fields.Handle(field));
}
