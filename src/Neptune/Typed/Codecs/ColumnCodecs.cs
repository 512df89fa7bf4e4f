namespace Neptune.Typed;

internal static class ColumnCodecs
{
    public static readonly ColumnCodec<FloatSeriesValue> Floats = new(FieldType.FloatSeries);

    public static readonly ColumnCodec<StringSeriesValue> Strings = new(FieldType.StringSeries);

    public static readonly ColumnCodec<FileSeriesValue> FileSeries = new(FieldType.FileSeries);

    public static readonly ColumnCodec<FileSetValue> FileSet = new(FieldType.FileSet);

    public static readonly ColumnCodec<StringSetValue> Set = new(FieldType.StringSet);
}
