using Neptune.Storage.Series;

namespace Neptune.Storage.Fields;

/// <summary>What the writer knows of a field of an object it writes to.</summary>
internal sealed class FieldEntry(string path, FieldKey key, FieldType type)
{
    public string Path { get; } = path;

    public FieldKey Key { get; } = key;

    public FieldType Type { get; } = type;

    /// <summary>Bytes of a file field.</summary>
    public long FileSize { get; set; }

    /// <summary>Of series only.</summary>
    public SeriesState? Series { get; } = type is FieldType.FloatSeries or FieldType.StringSeries ? new() { Tail = SeriesTail.Empty } : null;
}
