using Neptune.Storage.Sql;

namespace Neptune.Storage.Fields;

/// <summary>Where a field's rows are. Ids of objects and paths are unique within the project only.</summary>
internal readonly record struct FieldKey(long Project, long Object, long Path)
{
    public const string Condition = "project_id = @project and object_id = @object and path_id = @path";

    public SqlStatement Bind(SqlStatement statement) =>
        statement.Set("@project", Project).Set("@object", Object).Set("@path", Path);
}
