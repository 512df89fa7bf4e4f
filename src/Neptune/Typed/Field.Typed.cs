using System.Diagnostics;
using System.Globalization;
using Neptune.Typed;

namespace Neptune;

/// <summary>
/// The field of a declared property: what <c>run.Params.Lr</c> returns. It converts to its value, which reads it, and from a value, so that
/// <c>run.Params.Lr = 0.01</c> writes it. Getting one does no I/O.
/// </summary>
/// <typeparam name="T">The type that the property declares.</typeparam>
[DebuggerDisplay("{Path}")]
public readonly struct Field<T> : IFormattable, ITypedHandle
{
    private readonly NeptuneObject? owner;
    private readonly TypedField<T>? definition;
    private readonly T pending;

    internal Field(NeptuneObject owner, TypedField<T> definition)
    {
        this.owner = owner;
        this.definition = definition;
        pending = default!;
    }

    private Field(T pending) => this.pending = pending;

    /// <summary>The path; empty for a value that was not assigned yet.</summary>
    public string Path => definition?.Path ?? "";

    /// <summary>The same field without its declared type, with everything that fields can do.</summary>
    /// <exception cref="InvalidOperationException">This is a value that was not assigned yet.</exception>
    public Field Untyped => Owner.Core.Fields.Handle(definition!);

    internal T Value => owner is null ? pending : Fetch();

    private NeptuneObject Owner => owner ?? throw new InvalidOperationException("This value is not on an object yet; assign it to a property of run.Accessor first.");

    /// <summary>Sets the field.</summary>
    /// <exception cref="NeptuneFieldTypeException">The field has a type that the value does not fit without loss.</exception>
    public void Assign(T value)
    {
        var (target, writer) = (Owner, new TypedWriter());
        writer.Write(definition!, value);
        FieldWriter.Assign(target, writer);
    }

    /// <summary>The value. Waits for what this object wrote before.</summary>
    /// <exception cref="NeptuneMissingFieldException">There is no field at the path.</exception>
    /// <exception cref="NeptuneFieldTypeException">The field has a value of another type.</exception>
    public T Fetch()
    {
        Owner.Core.RequireOpen();
        Owner.Core.WaitForOwnWrites();
        return StoreReader.Of(Owner, Path).Read(definition!);
    }

    /// <inheritdoc cref="Fetch"/>
    public async Task<T> FetchAsync(CancellationToken cancellation = default)
    {
        var (from, field) = (Owner, definition!);
        from.Core.RequireOpen();
        await from.Core.WaitForOwnWritesAsync(null, cancellation).ConfigureAwait(false);
        return await Task.Run(() => StoreReader.Of(from, field.Path).Read(field), cancellation).ConfigureAwait(false);
    }

    /// <summary>Whether the object has the field.</summary>
    public bool Exists() => Owner.Exists(Path);

    /// <summary>Deletes the field.</summary>
    /// <exception cref="NeptuneMissingFieldException">There is no field at the path.</exception>
    public void Delete() => Owner.Delete(Path);

    /// <summary>The value as text, in the current culture.</summary>
    public override string ToString() => ToString(null, null);

    /// <summary>The value as text.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => Value switch
    {
        IFormattable formattable => formattable.ToString(format, formatProvider ?? CultureInfo.CurrentCulture),
        var other => other?.ToString() ?? "",
    };

    /// <summary>The value, read.</summary>
    public static implicit operator T(Field<T> field) => field.Value;

    /// <summary>A value on its way to a field.</summary>
    public static implicit operator Field<T>(T value) => new(value);
}
