using Neptune.Storage.Fields;
using Neptune.Storage.Objects;
using Neptune.Storage.Series;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Verification;

/// <summary>Checks objects one by one: that they have what every object has, and that their series are whole.</summary>
internal sealed class ObjectCheck(StoreDatabase database, bool repair, VerifiedStore verified)
{
    private readonly SeriesCheck<FloatPoints> floats = new(new FloatSeriesTable());
    private readonly SeriesCheck<List<StringPoint>> texts = new(new StringSeriesTable());

    private List<(ObjectRecord Object, long Bytes)> objects = [];

    /// <summary>Finds out what there is to do.</summary>
    public void Expect()
    {
        objects = database.Read(session => session.Statement("""
            select o.uid,
                (select coalesce(sum(length(f.data)), 0) from float_chunk f where f.project_id = o.project_id and f.object_id = o.id)
                + (select coalesce(sum(length(s.data)), 0) from string_chunk s where s.project_id = o.project_id and s.object_id = o.id)
            from object o order by o.project_id, o.id
            """).All(row => (Uid: row.GetGuid(0), Bytes: row.GetInt64(1))).ConvertAll(row => (ObjectTable.Require(session, row.Uid), row.Bytes)));
        verified.Expect(objects.Sum(one => one.Bytes));
    }

    public IEnumerable<Flaw> Run(CancellationToken cancellation)
    {
        foreach (var (record, bytes) in objects)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var flaw in Check(record))
                yield return flaw;
            verified.NoteObject(bytes);
        }
    }

    private List<Flaw> Check(ObjectRecord record)
    {
        var flaws = database.Read(session => Look(session, record, mend: false));
        // What is wrong is looked at once more before it is mended, in a transaction: meanwhile somebody may have written.
        return repair && flaws.Exists(flaw => flaw.Mend is not null) ? database.Write(session => Mend(session, record)) : flaws;
    }

    private List<Flaw> Mend(SqlSession session, ObjectRecord record)
    {
        var flaws = Look(session, record, mend: true);
        ObjectTable.NextRevision(session, record);
        return flaws;
    }

    private List<Flaw> Look(SqlSession session, ObjectRecord record, bool mend)
    {
        if (ObjectTable.Find(session, record.Uid) is null)
            return [];
        var fields = session.Statement("""
            select p.path, a.path_id, a.type, a.count from attribute a join path p on p.project_id = a.project_id and p.id = a.path_id
            where a.project_id = @project and a.object_id = @object order by p.path
            """).Set("@project", record.ProjectId).Set("@object", record.Id).All(row => (Path: row.GetString(0), Id: row.GetInt64(1), Type: (FieldType)row.GetInt32(2)));
        var paths = fields.Select(field => field.Path).ToHashSet(StringComparer.Ordinal);
        List<Flaw> flaws = [.. InitialFields.Scalars(record, "", default).Select(field => field.Path).Where(path => !paths.Contains(path)).Select(path => Flaw.Lost(record.SysId, $"has no {path}"))];
        foreach (var (path, id, type) in fields)
        {
            var key = new SeriesKey(new(record.ProjectId, record.Id, id), path, record.SysId);
            if (type == FieldType.FloatSeries)
                flaws.AddRange(floats.Run(session, key, mend));
            else if (type == FieldType.StringSeries)
                flaws.AddRange(texts.Run(session, key, mend));
            else
                continue;
            if (!mend)
                verified.NoteSeries();
        }
        return flaws;
    }
}
