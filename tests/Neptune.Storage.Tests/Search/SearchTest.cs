using Neptune.Core.Nql;

namespace Neptune.Storage.Tests.Search;

/// <summary>Words for runs with fields and for tables of them.</summary>
public abstract class SearchTest : EngineTest
{
    private protected SearchTest(TestEngine engine)
        : base(engine)
    {
    }

    private protected SearchRequest Runs(string query = "") => new(Project.Name, ObjectKind.Run) { Query = NqlParser.Parse(query), Ascending = true, SortBy = "sys/id" };

    /// <summary>A run with fields: numbers, texts, bools and times are assigned, arrays become series (numbers) or sets (texts).</summary>
    private protected ObjectRecord RunWith(params (string Path, object Value)[] fields)
    {
        var run = NewRun();
        Set(run, fields);
        return run;
    }

    private protected void Set(ObjectRecord run, params (string Path, object Value)[] fields) =>
        Assert.Empty(Store.Apply(run.Uid, [.. fields.Select(field => Operation(field.Path, field.Value))]).Errors);

    /// <summary>The ids of all objects that a query finds, without the project's key, page by page.</summary>
    private protected string Found(string query) => Found(Runs(query));

    private protected string Found(SearchRequest request) =>
        string.Join(' ', Pages(request).SelectMany(page => page.Rows).Select(row => row.Object.SysId["CLS-".Length..]));

    private protected IEnumerable<SearchPage> Pages(SearchRequest request)
    {
        for (var page = Store.Search(request); ; page = Store.Search(request with { After = page.Next }))
        {
            yield return page;
            if (page.Next is null)
                yield break;
        }
    }

    private static Operation Operation(string path, object value) => value switch
    {
        int number => new AssignOperation(path, ScalarValue.Int(number)),
        long number => new AssignOperation(path, ScalarValue.Int(number)),
        double number => new AssignOperation(path, ScalarValue.Float(number)),
        bool flag => new AssignOperation(path, ScalarValue.Bool(flag)),
        string text => new AssignOperation(path, ScalarValue.String(text)),
        DateTimeOffset time => new AssignOperation(path, ScalarValue.Datetime(time)),
        double[] points => Points.Floats(path, [.. points.Select(point => ((double?)null, point))]),
        (double?, string)[] points => Points.Strings(path, points),
        string[] members => new AddStringsOperation(path, [.. members]),
        FileContent file => new AssignFileOperation(path, file),
        ArtifactFile[] files => new TrackFilesOperation(path, files, Replace: true),
        _ => throw new NotSupportedException($"{value.GetType()}"),
    };
}
