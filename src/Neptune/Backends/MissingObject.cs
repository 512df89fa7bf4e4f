using Neptune.Storage;

namespace Neptune.Backends;

/// <summary>Says what was not found, and where in the store what was probably meant is.</summary>
internal static class MissingObject
{
    private const int MostNamed = 5;

    public static NeptuneNotFoundException Project(Store store, ProjectName name) =>
        new($"There is no project {name} in {store.Folder}. {Projects(store)}");

    /// <param name="store">The store.</param>
    /// <param name="kind">What was asked for.</param>
    /// <param name="id">Its id.</param>
    public static NeptuneNotFoundException Of(Store store, ObjectKind kind, string id) =>
        new($"There is no {kind} {id} in {store.Folder}. {Elsewhere(store, kind, id) ?? OtherProjects(store, id) ?? $"`neptune ls {ListedAs(kind)}` lists what there is."}");

    /// <summary>The model that is meant in another project: folders are renamed, and build servers have names of their own for them.</summary>
    private static string? Elsewhere(Store store, ObjectKind kind, string id)
    {
        if (kind is not (ObjectKind.Model or ObjectKind.ModelVersion) || id.Split('-') is not [_, var key, ..])
            return null;
        List<ObjectRecord> namesakes = [.. store.List(ObjectKind.Model).Where(model => model.SysId.Split('-') is [_, var other, ..] && other == key)];
        return namesakes.Count == 0 ? null
            : $"{Listed(namesakes, model => $"{model.SysId} of project {model.Project}")} has that key: name the project, or its id.";
    }

    /// <summary>The projects, when none of them gives ids such as the one asked for.</summary>
    private static string? OtherProjects(Store store, string id) =>
        store.ListProjects().Any(project => id.StartsWith($"{project.Key}-", StringComparison.OrdinalIgnoreCase)) ? null : Projects(store);

    private static string Projects(Store store) => store.ListProjects() is { Count: > 0 } projects
        ? $"Its projects are {Listed(projects, project => $"{project.Name} ({project.Key})")}."
        : "It has no projects yet.";

    private static string Listed<T>(IReadOnlyList<T> items, Func<T, string> describe) =>
        string.Join(", ", items.Take(MostNamed).Select(describe)) + (items.Count > MostNamed ? ", …" : "");

    /// <summary>What the command line calls objects of a kind.</summary>
    private static string ListedAs(ObjectKind kind) => kind switch
    {
        ObjectKind.Model => "models",
        ObjectKind.ModelVersion => "versions",
        _ => "runs",
    };
}
