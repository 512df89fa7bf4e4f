
namespace Neptune.Cli.Stores;

/// <summary>Finds what people name on the command line.</summary>
internal static class StoreLookup
{
    /// <exception cref="NeptuneNotFoundException">There is no such project.</exception>
    public static ProjectRecord RequireProject(this Store store, string name)
    {
        var project = ProjectName.Parse(name);
        return store.FindProject(project)
            ?? throw new NeptuneNotFoundException(
                $"There is no project {project} in {store.Folder}.{NearestPaths.Of($"{project}", store.ListProjects().Select(other => $"{other.Name}")).Question} `neptune project list` lists its projects.");
    }

    /// <exception cref="NeptuneNotFoundException">There is no such object.</exception>
    /// <exception cref="NeptuneOptionsException">Several projects have an object of that id.</exception>
    public static ObjectRecord RequireObject(this Store store, string id, string? project)
    {
        var found = store.FindBySysId(id.ToUpperInvariant(), project is null ? null : store.RequireProject(project));
        return found.Count switch
        {
            1 => found[0],
            0 => throw new NeptuneNotFoundException($"There is no object {id} in {store.Folder}. `neptune ls runs` and `neptune ls models` list what there is."),
            _ => throw new NeptuneOptionsException($"{id} exists in {string.Join(" and ", found.Select(o => o.Project))}. Name one of them with --project."),
        };
    }

    /// <exception cref="NeptuneNotFoundException">The object has no field at the path.</exception>
    public static StoredField RequireField(this Store store, ObjectRecord record, string path) =>
        store.ReadField(record.Uid, path) ?? throw (store.ReadFields(record.Uid, path).Count > 0
            ? new NeptuneNotFoundException($"\"{path}\" is a namespace of {record.SysId} and no field. `neptune show {record.SysId} --path {path}` lists its fields.")
            : store.MissingField(record, path));

    public static NeptuneNotFoundException MissingField(this Store store, ObjectRecord record, string path) =>
        Missing(record, path, store.ReadFields(record.Uid).Select(field => field.Path));

    /// <summary>The same where a namespace would have done.</summary>
    public static NeptuneNotFoundException MissingPath(this Store store, ObjectRecord record, string path) =>
        Missing(record, path, store.ReadFields(record.Uid).SelectMany(field => FieldPath.Ancestors(field.Path).Prepend(field.Path)).Distinct());

    private static NeptuneNotFoundException Missing(ObjectRecord record, string path, IEnumerable<string> paths) =>
        new($"{record.SysId} has no field \"{path}\".{NearestPaths.Of(path, paths).Hint} `neptune show {record.SysId}` lists its fields.");
}
