using Neptune.Storage.Series;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Fields;

/// <summary>Writes the series fields of one object within one batch.</summary>
internal sealed class SeriesFieldWriter(SqlSession session, ObjectRecord record, FloatBatch floats)
{
    private static readonly FloatSeriesTable FloatTable = new();
    private static readonly StringSeriesTable StringTable = new();
    private static readonly SeriesWriter<FloatPoints> FloatWriter = new(FloatTable);
    private static readonly SeriesWriter<List<StringPoint>> StringWriter = new(StringTable);

    public void Append(FieldEntry field, FloatPoints points) =>
        FloatWriter.Append(session, KeyOf(record, field), field.Series!, floats.Order(points, field.Series!.LastStep));

    public void Append(FieldEntry field, List<StringPoint> points) =>
        StringWriter.Append(session, KeyOf(record, field), field.Series!, StringBatch.Order(points, field.Series!.LastStep));

    public static void DeletePoints(SqlSession session, ObjectRecord record, FieldEntry field)
    {
        if (field.Type == FieldType.FloatSeries)
            FloatTable.DeleteAll(session, KeyOf(record, field));
        else
            StringTable.DeleteAll(session, KeyOf(record, field));
    }

    public static void WriteSummary(SqlSession session, ObjectRecord record, FieldEntry field)
    {
        var state = field.Series!;
        if (state.Outdated && field.Type == FieldType.FloatSeries)
            FloatTable.Resummarize(session, KeyOf(record, field), state);
        else if (state.Outdated)
            StringTable.Resummarize(session, KeyOf(record, field), state);
        if (state.Changed)
            AttributeTable.WriteSummary(session, field.Key, state);
        state.Changed = false;
    }

    private static SeriesKey KeyOf(ObjectRecord record, FieldEntry field) => new(field.Key, field.Path, record.SysId);
}
