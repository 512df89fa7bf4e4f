using System.Data.Common;
using Neptune.Storage.Objects;
using Neptune.Storage.Series;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Fields;

/// <summary>Reads fields as they are stored.</summary>
internal static class FieldReader
{
    private const string Columns = $"p.path, {ValueColumns}";

    /// <summary>What <see cref="Map"/> reads, after a first column of the caller's.</summary>
    public const string ValueColumns =
        """
        a.type, a.int_value, a.float_value, a.text_value, a.file_sha256, a.file_size, a.file_extension,
        a.count, a.last_step, a.last_time, a.last, a.min, a.max, a.mean, a.variance, a.negative_zeros, a.path_id
        """;

    /// <summary>Where in that row the number of the path is.</summary>
    public const int PathIdColumn = 17;

    private const string SelectOne =
        $"""
        select {Columns} from path p join attribute a on a.project_id = p.project_id and a.path_id = p.id
        where p.project_id = @project and p.path = @path and a.object_id = @object
        """;

    private const string SelectAll =
        $"""
        select {Columns} from attribute a join path p on p.project_id = a.project_id and p.id = a.path_id
        where a.project_id = @project and a.object_id = @object
        """;

    /// <summary>A path lies in a namespace when it starts with the name and a slash; "0" is the character after the slash.</summary>
    private const string SelectNamespace = $"{SelectAll} and (p.path = @from or (p.path > @below and p.path < @to))";

    private const int ColumnsCount = 18;

    public static StoredField? Read(SqlSession session, ObjectRecord record, string path)
    {
        using var row = session.Statement(SelectOne).Set("@project", record.ProjectId).Set("@object", record.Id).Set("@path", path).Read();
        return row.Read() ? Map(session, row, record, path, DateTime.UtcNow.Ticks) : null;
    }

    /// <summary>The fields within a namespace, by path in ordinal order.</summary>
    public static IReadOnlyList<StoredField> ReadAll(SqlSession session, ObjectRecord record, string ns)
    {
        var now = DateTime.UtcNow.Ticks;
        var statement = ns.Length == 0
            ? session.Statement(SelectAll)
            : session.Statement(SelectNamespace).Set("@from", ns).Set("@below", $"{ns}/").Set("@to", $"{ns}0");
        var fields = statement.Set("@project", record.ProjectId).Set("@object", record.Id).All(row => Map(session, row, record, row.GetString(0), now));
        fields.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return fields;
    }

    /// <summary>Fields of many objects at once; objects that do not exist are left out.</summary>
    public static Dictionary<Guid, IReadOnlyList<StoredField>> ReadMany(SqlSession session, IReadOnlyCollection<Guid> objects, IReadOnlyCollection<string>? paths)
    {
        var result = new Dictionary<Guid, IReadOnlyList<StoredField>>(objects.Count);
        foreach (var uids in objects.Chunk(SqlList.MaxItems))
        {
            var records = ObjectTable.FindMany(session, uids).ToDictionary(record => record.Uid);
            foreach (var uid in records.Keys)
                result[uid] = new List<StoredField>();
            if (paths is null)
                ReadInto(session, records, null, result);
            foreach (var some in paths?.Distinct(StringComparer.Ordinal).Chunk(SqlList.MaxItems) ?? [])
                ReadInto(session, records, some, result);
            ReadMembers(session, records, result);
        }
        foreach (var fields in result.Values)
            ((List<StoredField>)fields).Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return result;
    }

    private static void ReadInto(SqlSession session, Dictionary<Guid, ObjectRecord> records, string[]? paths, Dictionary<Guid, IReadOnlyList<StoredField>> result)
    {
        if (records.Count == 0)
            return;
        // "cross join" keeps the order of the joins: objects, then their fields, each by its key.
        var sql = paths is null
            ? $"select {Columns}, o.uid from object o cross join attribute a cross join path p"
            : $"select {Columns}, o.uid from object o cross join path p cross join attribute a";
        sql += $" where o.uid in ({SqlList.Names("@u", records.Count)}) and a.project_id = o.project_id and a.object_id = o.id and p.project_id = o.project_id and p.id = a.path_id";
        if (paths is not null)
            sql += $" and p.path in ({SqlList.Names("@p", paths.Length)})";

        var statement = session.Statement(sql);
        SqlList.Set("@u", [.. records.Keys], (name, uid) => statement.Set(name, uid));
        if (paths is not null)
            SqlList.Set("@p", paths, (name, path) => statement.Set(name, path));
        var now = DateTime.UtcNow.Ticks;
        using var row = statement.Read();
        while (row.Read())
        {
            var uid = row.GetGuid(ColumnsCount);
            ((List<StoredField>)result[uid]).Add(Map(session, row, records[uid], row.GetString(0), now));
        }
    }

    /// <summary>Reads the members of all string sets among the fields of some objects at once.</summary>
    private static void ReadMembers(SqlSession session, Dictionary<Guid, ObjectRecord> records, Dictionary<Guid, IReadOnlyList<StoredField>> result)
    {
        var sets = new Dictionary<(Guid, string), List<string>>();
        foreach (var uid in records.Keys)
        {
            var fields = (List<StoredField>)result[uid];
            for (var i = 0; i < fields.Count; i++)
            {
                if (fields[i].Type == FieldType.StringSet)
                    fields[i] = fields[i] with { Members = sets[(uid, fields[i].Path)] = [] };
            }
        }
        if (sets.Count == 0)
            return;

        var statement = session.Statement($"""
            select o.uid, p.path, m.value from object o cross join string_set m cross join path p
            where o.uid in ({SqlList.Names("@u", records.Count)}) and m.project_id = o.project_id and m.object_id = o.id and p.project_id = o.project_id and p.id = m.path_id
            """);
        SqlList.Set("@u", [.. records.Keys], (name, uid) => statement.Set(name, uid));
        using (var row = statement.Read())
        {
            while (row.Read())
            {
                if (sets.TryGetValue((row.GetGuid(0), row.GetString(1)), out var members))
                    members.Add(row.GetString(2));
            }
        }
        foreach (var members in sets.Values)
            members.Sort(StringComparer.Ordinal);
    }

    /// <summary>The field in a row of <see cref="ValueColumns"/>.</summary>
    /// <param name="now">The time, by which it is told whether an object is still running.</param>
    public static StoredField Map(SqlSession session, DbDataReader row, ObjectRecord record, string path, long now)
    {
        var type = (FieldType)row.GetInt32(1);
        return type switch
        {
            FieldType.File => new(path, type, null, new(row.GetString(5), row.GetInt64(6), row.GetString(7)), null),
            FieldType.FloatSeries or FieldType.StringSeries => new(path, type, null, null, Summary(session, row, record, path, type)),
            FieldType.FileSeries or FieldType.FileSet or FieldType.Artifact or FieldType.GitRef => new(path, type, null, null, null) { Content = Content(row) },
            _ => new(path, type, Scalar(row, type, now), null, null),
        };
    }

    private static ScalarValue? Scalar(DbDataReader row, FieldType type, long now) => type switch
    {
        FieldType.Int => ScalarValue.Int(row.GetInt64(2)),
        FieldType.Bool => ScalarValue.Bool(row.Flag(2)),
        FieldType.Datetime => ScalarValue.DatetimeTicks(row.GetInt64(2)),
        FieldType.Float => ScalarValue.Float(NegativeZeros.Restore(row.DoubleOrNaN(3), row.LongOrZero(16), 0)),
        FieldType.String => ScalarValue.String(row.GetString(4)),
        FieldType.RunState => ScalarValue.State(Liveness.StateOf(row.GetString(4), row.LongOrZero(2), now)),
        _ => null,
    };

    private static StoredContent Content(DbDataReader row) =>
        new(row.LongOrZero(8), row.LongOrZero(6), row.TextOrNull(4), row.DoubleOrNaN(9), StoredTime.ToTicks(row.LongOrZero(10)));

    private static SeriesSummary Summary(SqlSession session, DbDataReader row, ObjectRecord record, string path, FieldType type)
    {
        var count = row.LongOrZero(8);
        var lastStep = row.DoubleOrNaN(9);
        var lastTicks = StoredTime.ToTicks(row.LongOrZero(10));
        if (type == FieldType.StringSeries)
            return new(count, lastStep, lastTicks, null, count == 0 ? null : row.TextOrNull(4) ?? LastText(session, row, record, path, lastStep), null, null, null, null);
        var zeros = row.LongOrZero(16);
        return new(
            count, lastStep, lastTicks, count == 0 ? null : Number(row, 11, zeros, 0) ?? double.NaN, null,
            Number(row, 12, zeros, 1), Number(row, 13, zeros, 2), row.DoubleOrNull(14), row.DoubleOrNull(15));
    }

    private static double? Number(DbDataReader row, int column, long zeros, int place) =>
        row.DoubleOrNull(column) is { } number ? NegativeZeros.Restore(number, zeros, place) : null;

    private static string LastText(SqlSession session, DbDataReader row, ObjectRecord record, string path, double lastStep)
    {
        var key = new SeriesKey(new(record.ProjectId, record.Id, row.GetInt64(PathIdColumn)), path, record.SysId);
        var table = new StringSeriesTable();
        return table.ReadLast(session, key, table.AtOrBefore(session, key, lastStep) ?? lastStep).Value;
    }
}
