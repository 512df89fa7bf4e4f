using System.Linq.Expressions;
using Neptune.Core.Nql;
using Neptune.Objects;
using Neptune.Storage;
using Neptune.Tables;
using Neptune.Typed;

namespace Neptune.Queries;

/// <summary>What a typed query asks for; each call on the query makes another one.</summary>
internal sealed record QueryPlan(ObjectCore Core, ObjectKind Kind, IReadOnlyList<ITypedShape> Shapes)
{
    public NqlNode Condition { get; init; } = NqlEverything.Instance;

    public string? SortBy { get; init; }

    public bool Ascending { get; init; }

    public int? Limit { get; init; }

    public string Nql => NqlPrinter.Print(Condition);

    public QueryPlan Where(LambdaExpression? condition) => condition is null
        ? this
        : this with { Condition = NqlAnd.Of([Condition, new QueryTranslator(new(condition, Shapes)).Translate()]) };

    public QueryPlan OrderBy(LambdaExpression key, bool ascending)
    {
        var shapes = new QueryShapes(key, Shapes);
        var field = FieldReference.Find(key.Body, shapes) ?? throw shapes.Error(key.Body, "expected a property to sort by");
        return field.Aggregate is null or NqlAggregate.Last
            ? this with { SortBy = field.Field.Path, Ascending = ascending }
            : throw shapes.Error(key.Body, "a table is sorted by the last value of a series");
    }

    public QueryPlan Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return this with { Limit = Math.Min(count, Limit ?? count) };
    }

    /// <summary>The rows with all declared fields, or those that a lambda uses.</summary>
    public IEnumerable<(ObjectRecord Object, StoreReader Reader)> Rows(LambdaExpression? selector = null)
    {
        var fields = selector is null ? Shapes.SelectMany(shape => shape.Fields) : ColumnFinder.Used(selector, Shapes);
        var columns = Columns(fields);
        var request = TableRequest.Of(new() { Columns = [.. columns], SortBy = SortBy, Ascending = Ascending, Limit = Limit }, Core.Record.Project, Kind, Condition)
            with { Namespaces = [.. fields.Where(field => field.Type is null).Select(field => field.Path)] };
        var pages = new TablePages(Core, request, Limit);
        var count = 0;
        for (SearchPage? page = pages.First(); page is not null; page = pages.Next(page, count))
        {
            foreach (var row in page.Rows)
                yield return (row.Object, StoreReader.Of(Core.Backend, row, columns));
            count += page.Rows.Count;
        }
    }

    /// <summary>The fields and the namespaces around them, which are fields themselves where they are null.</summary>
    private static HashSet<string> Columns(IEnumerable<TypedField> fields)
    {
        var columns = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            columns.Add(field.Path);
            columns.UnionWith(FieldPath.Ancestors(field.Path));
        }
        return columns;
    }
}
