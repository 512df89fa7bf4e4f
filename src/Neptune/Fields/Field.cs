using System.Diagnostics.CodeAnalysis;
using Neptune.Objects;
using Neptune.Storage;
using Neptune.Values;

namespace Neptune;

/// <summary>
/// A path on an object: what <c>run["train/loss"]</c> returns. Getting one does no I/O and creates nothing; the first write
/// creates the field and gives it its type. Values convert to it, so that <c>run["lr"] = 0.01</c> assigns.
/// </summary>
public sealed partial class Field
{
    private readonly NeptuneObject? owner;
    private readonly string path;
    private volatile int knownType;
    private FloatSeries? series;

    internal Field(NeptuneObject owner, string path)
    {
        this.owner = owner;
        this.path = path;
    }

    private Field(string path, StoredField? snapshot)
    {
        this.path = path;
        Snapshot = snapshot;
        IsDetached = true;
    }

    private Field(object? pendingValue)
    {
        path = "";
        PendingValue = pendingValue;
    }

    /// <summary>The path, without empty parts.</summary>
    public string Path => path;

    /// <summary>The object that the path is on.</summary>
    /// <exception cref="InvalidOperationException">This is a value that was converted to a field and not assigned yet.</exception>
    public NeptuneObject Owner => owner ?? throw new InvalidOperationException(IsDetached
        ? $"\"{path}\" was read together with others and is not on an open object; open the object by its id to read or write more."
        : "This value is not on an object yet; assign it to run[\"path\"] first.");

    /// <summary>The type of the field, or <see langword="null"/> when there is none at the path, as far as this process knows.</summary>
    public FieldType? Type => KnownType;

    /// <summary>The field at a path below this one.</summary>
    public Field this[string childPath]
    {
        get => Owner[FieldPath.Join(path, childPath)];
        set => Owner[FieldPath.Join(path, childPath)] = value;
    }

    internal bool IsPending => owner is null;

    /// <summary>Whether this stands for what was read of a field, as in a row of a table: there is no more of it here.</summary>
    internal bool IsDetached { get; }

    /// <summary>What was read of a detached field; <see langword="null"/> when there was none.</summary>
    internal StoredField? Snapshot { get; }

    /// <summary>The handle of the float series, made when it is first asked for.</summary>
    internal FloatSeries Series => series ?? NewSeries();

    internal object? PendingValue { get; }

    internal FieldType? KnownType
    {
        get => knownType == 0 ? null : (FieldType)knownType;
        set => knownType = (int)(value ?? 0);
    }

    private ObjectCore Core => Owner.Core;

    /// <summary>Sets the field to a number.</summary>
    /// <exception cref="NeptuneFieldTypeException">The field has a type that the value does not fit without loss.</exception>
    public void Assign(double value) => FieldWriter.Assign(Owner, path, value);

    /// <inheritdoc cref="Assign(double)"/>
    public void Assign(long value) => FieldWriter.Assign(Owner, path, value);

    /// <summary>Sets the field to true or false.</summary>
    /// <exception cref="NeptuneFieldTypeException">The field has another type.</exception>
    public void Assign(bool value) => FieldWriter.Assign(Owner, path, value);

    /// <summary>Sets the field to a text of any length.</summary>
    /// <exception cref="NeptuneFieldTypeException">The field has another type.</exception>
    public void Assign(string value) => FieldWriter.Assign(Owner, path, value);

    /// <summary>Sets the field to an instant; it is kept in UTC.</summary>
    /// <exception cref="NeptuneFieldTypeException">The field has another type.</exception>
    public void Assign(DateTimeOffset value) => FieldWriter.Assign(Owner, path, value);

    /// <summary>Sets the field to a file. The content is copied before the call returns.</summary>
    /// <exception cref="NeptuneFieldTypeException">The field has another type.</exception>
    public void Assign(NeptuneFile value) => FieldWriter.Assign(Owner, path, value);

    /// <summary>Replaces all points of a float series.</summary>
    /// <exception cref="NeptuneFieldTypeException">The field has another type.</exception>
    public void Assign(FloatSeriesValue value) => FieldWriter.Assign(Owner, path, value);

    /// <summary>Replaces all points of a string series.</summary>
    /// <exception cref="NeptuneFieldTypeException">The field has another type.</exception>
    public void Assign(StringSeriesValue value) => FieldWriter.Assign(Owner, path, value);

    /// <summary>Replaces all members of a string set.</summary>
    /// <exception cref="NeptuneFieldTypeException">The field has another type.</exception>
    public void Assign(StringSetValue value) => FieldWriter.Assign(Owner, path, value);

    /// <summary>Sets fields below the path from a dictionary, an anonymous object or any object with public properties: one per leaf. See <see cref="NeptuneObject.Assign"/>.</summary>
    /// <exception cref="NeptuneFieldTypeException">A field has a type that its value does not fit; then nothing is written.</exception>
    [RequiresUnreferencedCode(NeptuneObject.ReadsProperties)]
    public void Assign(object? value) => FieldWriter.Assign(Owner, path, value);

    /// <summary>Logs a point to the float series at the path. In hot loops take <see cref="NeptuneObject.GetFloatSeries"/>.</summary>
    /// <inheritdoc cref="FloatSeries.Append"/>
    public void Append(double value, double? step = null, DateTimeOffset? timestamp = null) => Series.Append(value, step, timestamp);

    /// <summary>Logs a text to the string series at the path.</summary>
    /// <inheritdoc cref="FloatSeries.Append"/>
    public void Append(string value, double? step = null, DateTimeOffset? timestamp = null) =>
        Extend([value], step is { } s ? [s] : null, timestamp is { } t ? [t] : null);

    /// <summary>Logs points to the float series at the path; none at all still creates it.</summary>
    /// <param name="values">The values; NaN and ±∞ are kept.</param>
    /// <param name="steps">As many steps as values. Default: one after the last, and so on.</param>
    /// <param name="timestamps">As many times as values. Default: now, for all of them.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a step is NaN or infinite.</exception>
    /// <exception cref="NeptuneFieldTypeException">The path holds a field of another type.</exception>
    public void Extend(IEnumerable<double> values, IEnumerable<double>? steps = null, IEnumerable<DateTimeOffset>? timestamps = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        RequireWritable();
        var appends = Points.Floats(path, values, steps, timestamps);
        Claim(FieldType.FloatSeries, "numbers to append");
        foreach (var append in appends)
            Core.Write(append);
    }

    /// <summary>Logs texts to the string series at the path; none at all still creates it.</summary>
    /// <inheritdoc cref="Extend(IEnumerable{double}, IEnumerable{double}?, IEnumerable{DateTimeOffset}?)"/>
    public void Extend(IEnumerable<string> values, IEnumerable<double>? steps = null, IEnumerable<DateTimeOffset>? timestamps = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        RequireWritable();
        var append = Points.Strings(path, values, steps, timestamps);
        Claim(FieldType.StringSeries, "texts to append");
        Core.Write(append);
    }

    /// <summary>Sets the field to the content of a file on disk. The content is copied before the call returns.</summary>
    /// <exception cref="NeptuneNotFoundException">There is no such file; or it is a folder, a pipe, a socket or a device.</exception>
    /// <exception cref="NeptuneFieldTypeException">The field has another type.</exception>
    public void Upload(string filePath) => Assign(NeptuneFile.FromPath(filePath));

    /// <summary>Sets the field to a file. The content is copied before the call returns.</summary>
    /// <exception cref="NeptuneFieldTypeException">The field has another type.</exception>
    public void Upload(NeptuneFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        Assign(file);
    }

    /// <inheritdoc cref="Upload(string)"/>
    public Task UploadAsync(string filePath, CancellationToken cancellation = default) => Task.Run(() => Upload(filePath), cancellation);

    /// <inheritdoc cref="Upload(NeptuneFile)"/>
    public Task UploadAsync(NeptuneFile file, CancellationToken cancellation = default) => Task.Run(() => Upload(file), cancellation);

    /// <summary>Adds members to the string set at the path; none at all still creates it.</summary>
    /// <exception cref="NeptuneFieldTypeException">The path holds a field of another type.</exception>
    public void Add(params string[] values)
    {
        RequireTexts(values);
        RequireWritable();
        Claim(FieldType.StringSet, "a member to add");
        Core.Write(new AddStringsOperation(path, [.. values]));
    }

    /// <summary>Removes members from the string set at the path; those it does not have are no error.</summary>
    /// <exception cref="NeptuneMissingFieldException">There is no field at the path.</exception>
    /// <exception cref="NeptuneFieldTypeException">The path holds a field of another type.</exception>
    public void Remove(params string[] values)
    {
        RequireTexts(values);
        RequireWritable();
        if (RequireExisting() != FieldType.StringSet)
            throw new NeptuneFieldTypeException(path, KnownType!.Value, "a member to remove");
        Core.Write(new RemoveStringsOperation(path, [.. values]));
    }

    /// <summary>Removes all points of a series or all members or files of a set; the field stays.</summary>
    /// <exception cref="NeptuneMissingFieldException">There is no field at the path.</exception>
    /// <exception cref="NeptuneFieldTypeException">The field is neither a series nor a set.</exception>
    public void Clear()
    {
        RequireWritable();
        if (RequireExisting() is not (FieldType.FloatSeries or FieldType.StringSeries or FieldType.FileSeries or FieldType.StringSet or FieldType.FileSet))
            throw new NeptuneFieldTypeException(path, KnownType!.Value, "Clear()");
        Core.Write(new ClearOperation(path));
    }

    /// <summary>Deletes the field, or all fields below the path when it is a namespace.</summary>
    /// <exception cref="NeptuneMissingFieldException">There is nothing at the path.</exception>
    public void Delete() => Owner.Delete(path);

    /// <summary>The path and the type.</summary>
    public override string ToString() => IsPending ? $"{PendingValue}" : KnownType is { } type ? $"{path} ({type})" : path;

    internal static Field Detached(string path, StoredField? snapshot) => new(path, snapshot);

    /// <summary>A handle that knows of no field, so that every write asks first.</summary>
    internal Field Unclaimed() => new(Owner, path);

    /// <summary>The field as it is now; <see langword="null"/> when there is none.</summary>
    internal StoredField? ReadStored() => IsDetached ? Snapshot : Read(() => Core.Backend.ReadField(Owner.Uid, path));

    private FloatSeries NewSeries()
    {
        if (Owner.Mode != ConnectionMode.ReadOnly)
            RequireWritable();
        var handle = new FloatSeries(this);
        return Interlocked.CompareExchange(ref series, handle, null) ?? handle;
    }

    internal void Claim(FieldType type, string attempted)
    {
        Core.RequireWritable();
        Core.Fields.Claim(this, type, attempted);
    }

    private void RequireTexts(string[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Contains(null))
            throw new ArgumentException("A string set holds texts; one of the values is null.", nameof(values));
        foreach (var value in values)
            WholeText.Require(path, value);
    }

    private FieldType RequireExisting() => KnownType ?? throw new NeptuneMissingFieldException(path, Owner.Id);

    private void RequireWritable()
    {
        Core.RequireWritable();
        FieldPath.Normalize(path);
        SysFields.RequireWritable(path, Owner.Kind);
    }
}
