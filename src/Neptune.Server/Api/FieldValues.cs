using System.Globalization;

namespace Neptune.Server.Api;

/// <summary>Makes fields as they travel of those that are stored.</summary>
internal static class FieldValues
{
    /// <summary>Rows of tables have no longer texts.</summary>
    public const int CellText = 1000;

    private const long LargestExact = 1L << 53;

    private static readonly string[] TypeNames = [.. Enum.GetValues<FieldType>().Select(NameOf)];

    public static FieldValue Of(StoredField field, int maxText = int.MaxValue) => field switch
    {
        { Scalar: { } scalar } => Text(new(field.Path, NameOf(field.Type)) { Value = Scalar(scalar) }, maxText),
        { File: { } file } => new(field.Path, NameOf(field.Type)) { Size = file.Size, Extension = file.Extension, Sha256 = file.Sha256 },
        { Series: { } series } => Text(Series(field, series), maxText),
        { Content: { } content } => new(field.Path, NameOf(field.Type))
        {
            Value = content.Hash,
            Count = field.Type == FieldType.GitRef ? null : content.Count,
            Size = field.Type == FieldType.GitRef ? null : content.Size,
            LastStep = field.Type == FieldType.FileSeries && content.Count > 0 ? content.LastStep : null,
            LastTime = field.Type == FieldType.FileSeries && content.Count > 0 ? Time(content.LastTicks) : null,
        },
        _ => new(field.Path, NameOf(field.Type)) { Value = field.Members is { } members ? members.ToArray() : null },
    };

    public static string NameOf(FieldType type) => NameOf(type.ToString());

    public static string NameOf(ObjectKind kind) => NameOf(kind.ToString());

    /// <summary>The name of a constant as it travels.</summary>
    public static string NameOf(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>A type by its name.</summary>
    /// <exception cref="NeptuneOptionsException">There is no such type.</exception>
    public static string RequireType(string name) =>
        TypeNames.Contains(name) ? name : throw new NeptuneOptionsException($"\"{name}\" is no type of a field. There are {string.Join(", ", TypeNames)}.");

    public static DateTimeOffset Time(long utcTicks) => new(utcTicks, TimeSpan.Zero);

    private static FieldValue Series(StoredField field, SeriesSummary series) => new(field.Path, NameOf(field.Type))
    {
        Value = series.LastText,
        Count = series.Count,
        LastStep = series.Count > 0 ? series.LastStep : null,
        LastTime = series.Count > 0 ? Time(series.LastTicks) : null,
        Last = series.Last,
        Min = series.Min,
        Max = series.Max,
        Mean = series.Mean,
        Variance = series.Variance,
    };

    private static object Scalar(ScalarValue value) => value.Type switch
    {
        FieldType.RunState => FieldText.State(value),
        FieldType.Datetime => FieldText.Time(value.Whole),
        FieldType.Int when value.Whole is > LargestExact or < -LargestExact => value.Whole.ToString(CultureInfo.InvariantCulture),
        _ => value.Boxed,
    };

    private static FieldValue Text(FieldValue field, int maxText) =>
        field.Value is string text && text.Length > maxText ? field with { Value = text[..(char.IsHighSurrogate(text[maxText - 1]) ? maxText - 1 : maxText)], Cut = true } : field;
}
