using Neptune.Storage.Series;

namespace Neptune.Storage.Fields;

/// <summary>What the writer knows of a field of an object it writes to.</summary>
internal sealed class FieldEntry(string path, FieldKey key, FieldType type)
{
    public string Path { get; } = path;

    public FieldKey Key { get; } = key;

    public FieldType Type { get; } = type;

    /// <summary>Bytes of a file, a file series or a file set.</summary>
    public long FileSize { get; set; }

    /// <summary>The largest step of a file series; NaN when it is empty.</summary>
    public double LastFileStep { get; set; } = double.NaN;

    /// <summary>The version that an artifact holds; 0 when none yet.</summary>
    public long ArtifactId { get; set; }

    /// <summary>Of float and string series only.</summary>
    public SeriesState? Series { get; } = type is FieldType.FloatSeries or FieldType.StringSeries ? new() { Tail = SeriesTail.Empty } : null;
}
