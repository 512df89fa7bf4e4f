namespace Neptune.Cli.Stores;

/// <summary>Looks in projects for what somebody may have meant.</summary>
internal static class StoreNames
{
    private const string Monitoring = "monitoring";

    /// <summary>What to say about a path at which no object of some projects has a field.</summary>
    public static string HintFor(this Store store, IReadOnlyList<ProjectRecord> projects, string path)
    {
        var nearest = new NearestPaths(path);
        foreach (var project in projects)
        {
            // Every process of every run has paths of its own there.
            store.VisitPaths(project, other =>
            {
                if (!FieldPath.IsWithin(other, Monitoring) || FieldPath.IsWithin(path, Monitoring))
                    nearest.Consider(other);
            });
        }
        nearest.Keep(other => projects.Any(project => store.FieldTypes(project, other).Count > 0));
        return nearest.Hint;
    }
}
