namespace Neptune.Typed;

/// <summary>The codecs that there are.</summary>
public static class LeafCodec
{
    /// <summary>A number, text, bool, date, time, <see cref="Guid"/>, <see cref="Uri"/>, <see cref="Version"/> or big integer.</summary>
    public static LeafCodec<T> Scalar<T>() => ScalarCodec<T>.Instance;

    /// <summary>An enum, kept as the name of its member.</summary>
    public static LeafCodec<T> Enum<T>()
        where T : struct, Enum => EnumCodec<T>.Instance;

    /// <summary>A value type or null, which is kept as the text <c>null</c>.</summary>
    public static LeafCodec<T?> Nullable<T>(LeafCodec<T> inner)
        where T : struct => new NullableCodec<T>(inner);

    /// <summary>A reference type or null, which is kept as the text <c>null</c>.</summary>
    public static LeafCodec<T?> NullableReference<T>(LeafCodec<T> inner)
        where T : class => new NullableReferenceCodec<T>(inner);

    /// <summary>A list, kept as JSON text or as one field per element (<see cref="ObjectOptions.Lists"/>).</summary>
    public static LeafCodec<TList> List<TItem, TList>(LeafCodec<TItem> item, Func<TItem[], TList> create)
        where TList : IEnumerable<TItem> => new ListCodec<TItem, TList>(item, create);

    /// <summary>A dictionary, kept as one field per entry.</summary>
    public static LeafCodec<TDictionary> Dictionary<TItem, TDictionary>(LeafCodec<TItem> item, Func<Dictionary<string, TItem>, TDictionary> create)
        where TDictionary : IEnumerable<KeyValuePair<string, TItem>> => new DictionaryCodec<TItem, TDictionary>(item, create);

    /// <summary>A class with properties, as an element of a list or a dictionary.</summary>
    public static LeafCodec<T> Object<T>(TypedShape<T> shape) => new ObjectCodec<T>(shape);

    /// <summary>A file.</summary>
    public static LeafCodec<NeptuneFile> File() => FileCodec.Instance;

    /// <summary>Bytes, kept as a file.</summary>
    public static LeafCodec<byte[]> Bytes() => BytesCodec.Instance;

    /// <summary>All points of a series or members of a set, which are assigned in one go.</summary>
    public static LeafCodec<FloatSeriesValue> FloatSeriesValue() => ColumnCodecs.Floats;

    /// <inheritdoc cref="FloatSeriesValue"/>
    public static LeafCodec<StringSeriesValue> StringSeriesValue() => ColumnCodecs.Strings;

    /// <inheritdoc cref="FloatSeriesValue"/>
    public static LeafCodec<StringSetValue> StringSetValue() => ColumnCodecs.Set;

    /// <summary>All files of a series or a set, which are assigned in one go and not read back: the declared value stays.</summary>
    public static LeafCodec<FileSeriesValue> FileSeriesValue() => ColumnCodecs.FileSeries;

    /// <inheritdoc cref="FileSeriesValue"/>
    public static LeafCodec<FileSetValue> FileSetValue() => ColumnCodecs.FileSet;
}
