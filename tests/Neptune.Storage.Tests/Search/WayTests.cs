using Neptune.Core.Nql;
using Neptune.Storage.Search;
using Neptune.Storage.Sql;

namespace Neptune.Storage.Tests.Search;

/// <summary>All ways of a search against the one that asks every run, which is why there are fewer of them.</summary>
public sealed class WayTests(SmallerStore store) : IClassFixture<SmallerStore>
{
    [Theory]
    [MemberData(nameof(ManySearches.All), MemberType = typeof(ManySearches))]
    public void The_way_that_a_search_takes_does_not_change_what_it_finds(string query, string sortBy)
    {
        using var connection = store.Connect();
        using var session = new SqlSession(connection);
        var (dialect, now) = (new SqliteDialect(), DateTimeOffset.UtcNow);
        var paths = new PathIndex(session, store.Many.Project.Id);
        var sort = SortColumn.Find(paths, sortBy, store.Many.Project.Name);
        var filter = new ConditionCompiler(dialect, paths, store.Many.Project.Id, now).Compile(NqlParser.Parse(query));

        foreach (var ascending in (bool[])[true, false])
        {
            var order = new SortOrder(ascending);
            var all = new KeyReader(session, dialect, new(store.Many.Project.Id, ObjectKind.Run, Trashed: false), sort, order, now.UtcTicks)
                .Read(Enumerable.Range(1, SmallerStore.Runs + LargeStore.PageSize).Select(id => (long)id), filter.Conjuncts).Order(order).Take(3 * LargeStore.PageSize);
            var request = store.Request(query, sortBy) with { Ascending = ascending, Columns = [] };
            var first = store.Many.Store.Search(request);
            var second = first.Next is null ? [] : store.Many.Store.Search(request with { After = first.Next, Limit = 2 * LargeStore.PageSize }).Rows;

            Assert.Equal(all.Select(key => key.ObjectId), first.Rows.Concat(second).Select(row => row.Object.Id));
        }
    }
}
