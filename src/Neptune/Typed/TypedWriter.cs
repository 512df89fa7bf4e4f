namespace Neptune.Typed;

/// <summary>Takes the values of an annotated object from generated code.</summary>
public sealed class TypedWriter
{
    private readonly List<TypedLeaf> leaves = [];

    internal TypedWriter()
    {
    }

    internal static TypedWriter Of<T>(TypedShape<T> shape, T value)
    {
        var writer = new TypedWriter();
        shape.Write(value, writer);
        return writer;
    }

    internal IReadOnlyList<TypedLeaf> Leaves => leaves;

    /// <summary>The nested namespaces that are not null.</summary>
    internal List<string> Groups { get; } = [];

    /// <summary>Takes the value of a property.</summary>
    public void Write<T>(TypedField<T> field, T value)
    {
        ArgumentNullException.ThrowIfNull(field);
        // What is no field in itself, a file that is not set, leaves the one that is there alone.
        if (value is not null || field.Type is not (FieldType.File or FieldType.FloatSeries or FieldType.StringSeries or FieldType.StringSet or FieldType.FileSeries or FieldType.FileSet))
            leaves.Add(new(field.Path, value is null ? null : ValueOf(field, value), field.Codec.IsNullable || value is null));
    }

    private static object? ValueOf<T>(TypedField<T> field, T value)
    {
        try
        {
            return field.Codec.ToValue(value);
        }
        catch (Exception e) when (e is not (NeptuneException or OperationCanceledException))
        {
            throw new NeptuneUnsupportedValueException(field.Path, $"\"{field.Path}\": going through a {typeof(T)} failed: {e.Message}", e);
        }
    }

    /// <summary>Takes the values of a nested object.</summary>
    public void Group<T>(string path, TypedShape<T> shape, T? value)
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (value is null)
        {
            leaves.Add(new(path, null, IsNullable: true));
            return;
        }
        Groups.Add(path);
        shape.Write(value, this);
    }

    /// <summary>Takes the values of a nested object, or null.</summary>
    public void NullableGroup<T>(string path, TypedShape<T> shape, T? value)
        where T : struct
    {
        if (value is { } present)
            Group(path, shape, present);
        else
            leaves.Add(new(path, null, IsNullable: true));
    }
}
