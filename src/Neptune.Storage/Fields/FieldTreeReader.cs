using System.Data.Common;
using Neptune.Storage.Series;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Fields;

/// <summary>Reads the fields of an object for the writer.</summary>
internal static class FieldTreeReader
{
    /// <summary>Where <see cref="SeriesState.Columns"/> begin.</summary>
    private const int SummaryColumn = 4;

    private const string Sql =
        """
        select p.path, a.path_id, a.type, a.file_size, a.count, a.last_step, a.last_time, a.last, a.text_value, a.min, a.max, a.mean, a.variance, a.finite_count, a.negative_zeros, a.int_value
        from attribute a join path p on p.project_id = a.project_id and p.id = a.path_id
        where a.project_id = @project and a.object_id = @object
        """;

    public static FieldTree Read(SqlSession session, ObjectRecord record)
    {
        var tree = new FieldTree();
        using var row = session.Statement(Sql).Set("@project", record.ProjectId).Set("@object", record.Id).Read();
        while (row.Read())
            tree.Add(Map(row, record));
        return tree;
    }

    private static FieldEntry Map(DbDataReader row, ObjectRecord record)
    {
        var key = new FieldKey(record.ProjectId, record.Id, row.GetInt64(1));
        var field = new FieldEntry(row.GetString(0), key, (FieldType)row.GetInt32(2));
        switch (field.Type)
        {
            case FieldType.File or FieldType.FileSeries or FieldType.FileSet:
                field.FileSize = row.LongOrZero(3);
                field.LastFileStep = row.DoubleOrNaN(5);
                break;
            case FieldType.Artifact:
                field.ArtifactId = row.LongOrZero(15);
                break;
        }
        field.Series?.Load(row, SummaryColumn);
        return field;
    }
}
