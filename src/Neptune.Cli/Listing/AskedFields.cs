using Neptune.Cli.Stores;
using Neptune.Core.Nql;
using Neptune.Storage.Search;

namespace Neptune.Cli.Listing;

/// <summary>Checks the fields that a listing is asked for by their names: one that nothing has is misspelt, and silence would look like an answer.</summary>
/// <param name="store">The store.</param>
/// <param name="projects">The projects that are listed.</param>
internal sealed class AskedFields(Store store, IReadOnlyList<ProjectRecord> projects)
{
    private string Where => projects is [var only] ? $"{only.Name}" : "any project";

    /// <exception cref="NeptuneNotFoundException">A column, the field to sort by or one of a comparison exists nowhere, or not with the type that is asked for.</exception>
    public void Require(Listing listing, NqlNode query)
    {
        var asked = listing.Columns.Append(listing.SortBy).OfType<string>().Select(path => new NqlField(path)).Concat(Compared(query));
        if (Problems(asked, listing.Kind).FirstOrDefault() is { } problem)
            throw new NeptuneNotFoundException(problem);
    }

    /// <summary>What to say about fields that a query asks for only whether they exist: that they do not is an answer.</summary>
    public IEnumerable<string> Warnings(Listing listing, NqlNode query) =>
        Problems(Nodes(query).OfType<NqlExists>().Select(exists => exists.Field), listing.Kind);

    /// <summary>Whether the objects of one of the projects can be sorted by a field; if not, the engine says why.</summary>
    public bool CanSortBy(string path) => projects.Any(project => store.FieldTypes(project, path).Any(SortColumn.HasOrder));

    /// <summary>While there are no objects, nothing can be known about how their fields will be spelt.</summary>
    private IEnumerable<string> Problems(IEnumerable<NqlField> fields, ObjectKind kind) =>
        fields.Select(Problem).OfType<string>().Where(_ => projects.Any(project => HasObjects(project, kind)));

    private string? Problem(NqlField field)
    {
        FieldType[] types = [.. projects.SelectMany(project => store.FieldTypes(project, field.Path)).Distinct()];
        var wanted = field.Aggregate is null ? field.Type : FieldType.FloatSeries;
        if (types.Length == 0)
            return SysFields.All.Contains(field.Path) ? null : $"There is no field \"{field.Path}\" in {Where}.{store.HintFor(projects, field.Path)}";
        return wanted is not { } type || types.Contains(type) ? null : $"\"{field.Path}\" is no {NqlWords.Of(type)} in {Where} but {string.Join(" and ", types.Select(NqlWords.Of))}.";
    }

    private bool HasObjects(ProjectRecord project, ObjectKind kind) =>
        store.Search(new(project.Name, kind) { Trashed = null, Columns = [], Limit = 1 }).Rows.Count > 0;

    private static IEnumerable<NqlField> Compared(NqlNode query) => Nodes(query).OfType<NqlClause>().Select(clause => clause.Field);

    private static IEnumerable<NqlNode> Nodes(NqlNode query) => query switch
    {
        NqlGroup group => group.Terms.SelectMany(Nodes),
        NqlNot not => Nodes(not.Operand),
        _ => [query],
    };
}
