using Neptune.Core.Nql;

namespace Neptune.Storage.Tests.Search;

public abstract class QuerySpecification : SearchTest
{
    private static readonly FileContent File = new(new string('a', 64), 1, "bin");

    private protected QuerySpecification(TestEngine engine)
        : base(engine)
    {
        // 1 has nothing of its own; 2 to 6 have one field of each type, and "x" has a different type in each.
        RunWith(("lr", 0.1), ("x", 1), ("name", "forest one"), ("ok", true), ("at", Now), ("acc", new[] { 0.1, 0.9 }), ("tags", new[] { "a", "b" }), ("log", new (double?, string)[] { (null, "first"), (null, "Last") }));
        RunWith(("lr", 0.5), ("x", 1.0), ("name", "forest two"), ("ok", false), ("at", Now.AddDays(1)), ("acc", new[] { 0.5 }), ("tags", new[] { "b" }), ("model", File));
        RunWith(("lr", double.NaN), ("x", "1"), ("name", "It's \"x\""), ("acc", new[] { 0.2, double.NaN }));
        RunWith(("lr", double.PositiveInfinity), ("x", new[] { 3.0, 1.0 }), ("name", ""));
        RunWith(("lr", -1.0), ("x", new[] { "1" }), ("acc", Array.Empty<double>()));
    }

    [Theory]
    [InlineData("", "1 2 3 4 5 6")]
    [InlineData("lr = 0.1", "2")]
    [InlineData("lr:float = \"0.1\"", "2")]
    [InlineData("lr:int = 1", "")]
    [InlineData("lr != 0.1", "3 4 5 6")]
    [InlineData("lr > 0.1", "3 5")]
    [InlineData("lr >= 0.1", "2 3 5")]
    [InlineData("lr < 0.5", "2 6")]
    [InlineData("lr <= -1", "6")]
    [InlineData("lr = NaN", "4")]
    [InlineData("lr != NaN", "2 3 5 6")]
    [InlineData("lr > NaN", "")]
    [InlineData("lr = inf", "5")]
    [InlineData("NOT lr = 0.1", "1 3 4 5 6")]
    [InlineData("nothing = 1", "")]
    [InlineData("nothing != 1", "")]
    [InlineData("NOT nothing = 1", "1 2 3 4 5 6")]
    [InlineData("nothing NOT EXISTS", "1 2 3 4 5 6")]
    public void Numbers_are_compared(string query, string found) => Assert.Equal(found, Found(query));

    [Theory]
    [InlineData("x = 1", "2 3 4 5")]
    [InlineData("x:int = 1", "2")]
    [InlineData("x:float = 1", "3")]
    [InlineData("x:string = 1", "4")]
    [InlineData("x:floatSeries = 1", "5")]
    [InlineData("x CONTAINS \"1\"", "4 6")]
    [InlineData("x:stringSet CONTAINS \"1\"", "6")]
    [InlineData("x EXISTS", "2 3 4 5 6")]
    [InlineData("x:int EXISTS", "2")]
    [InlineData("x:int NOT EXISTS", "1 3 4 5 6")]
    [InlineData("x:int > 0.5", "2")]
    [InlineData("x:int < 1.5", "2")]
    [InlineData("x:int != 2", "2")]
    [InlineData("x > 0", "2 3 5")]
    public void A_type_restricts_a_clause_to_fields_of_that_type(string query, string found) => Assert.Equal(found, Found(query));

    [Theory]
    [InlineData("name = \"forest one\"", "2")]
    [InlineData("name != \"forest one\"", "3 4 5")]
    [InlineData("name = \"\"", "5")]
    [InlineData("name = 'It\\'s \"x\"'", "4")]
    [InlineData("name CONTAINS \"forest\"", "2 3")]
    [InlineData("name CONTAINS \"Forest\"", "")]
    [InlineData("name CONTAINS \"%\"", "")]
    [InlineData("name NOT CONTAINS \"forest\"", "1 4 5 6")]
    [InlineData("name MATCHES \"^forest (one|two)$\"", "2 3")]
    [InlineData("name MATCHES \"o\\w\"", "2 3")]
    [InlineData("name MATCHES \"(?i)FOREST ONE\"", "2")]
    [InlineData("name MATCHES \"^$\"", "5")]
    [InlineData("name = \"forest one\" OR name = \"forest two\"", "2 3")]
    [InlineData("name:string = \"forest one\" OR name:string = \"forest two\" OR lr = -1", "2 3 6")]
    public void Texts_are_compared(string query, string found) => Assert.Equal(found, Found(query));

    [Theory]
    [InlineData("ok = true", "2")]
    [InlineData("ok:bool != TRUE", "3")]
    [InlineData("at = 2030-05-17T12:00:00Z", "2")]
    [InlineData("at:datetime > 2030-05-17T12:00:00Z", "3")]
    [InlineData("at <= 2030-05-17T14:00:00+02:00", "2")]
    [InlineData("at > -1M", "2 3")]
    [InlineData("at < -1M", "")]
    [InlineData("tags CONTAINS \"b\"", "2 3")]
    [InlineData("tags CONTAINS \"b\" AND NOT tags CONTAINS \"a\"", "3")]
    [InlineData("model EXISTS", "3")]
    [InlineData("model:file EXISTS", "3")]
    [InlineData("model:fileSet EXISTS", "")]
    [InlineData("log = Last", "2")]
    [InlineData("log:stringSeries CONTAINS \"ast\"", "2")]
    public void Other_types_are_compared(string query, string found) => Assert.Equal(found, Found(query));

    [Theory]
    [InlineData("acc = 0.9", "2")]
    [InlineData("acc:floatSeries > 0.5", "2")]
    [InlineData("last(acc) >= 0.5", "2 3")]
    [InlineData("min(acc) < 0.2", "2")]
    [InlineData("max(acc:floatSeries) <= 0.5", "3 4")]
    [InlineData("average(acc) = 0.5", "2 3")]
    [InlineData("variance(acc) > 0", "2")]
    [InlineData("last(acc) = NaN", "4")]
    [InlineData("last(acc) != 0.9", "3 4")]
    [InlineData("acc EXISTS", "2 3 4 6")]
    [InlineData("last(lr) = 0.1", "")]
    public void Series_are_compared_by_what_sums_them_up(string query, string found) => Assert.Equal(found, Found(query));

    [Theory]
    [InlineData("lr = 0.1 OR lr = 0.5", "2 3")]
    [InlineData("lr > 0 AND ok = true", "2")]
    [InlineData("NOT (lr > 0 AND ok = true)", "1 3 4 5 6")]
    [InlineData("NOT (lr > 0 OR nothing = 1)", "1 4 6")]
    [InlineData("(lr = 0.1 OR nothing = 2) AND (x = 1 OR ok = false)", "2")]
    [InlineData("lr = 0.1 OR x EXISTS", "2 3 4 5 6")]
    [InlineData("nothing = 1 AND lr = 0.1", "")]
    public void Clauses_are_joined(string query, string found) => Assert.Equal(found, Found(query));

    [Theory]
    [InlineData("sys/id = CLS-3", "3")]
    [InlineData("`sys/id`:string = \"CLS-3\" OR `sys/id`:string = \"CLS-5\" OR `sys/id`:string = \"CLS-99\"", "3 5")]
    [InlineData("`sys/owner`:string = \"ada\"", "1 2 3 4 5 6")]
    [InlineData("`sys/trashed`:bool = false", "1 2 3 4 5 6")]
    public void Reserved_fields_are_fields_too(string query, string found) => Assert.Equal(found, Found(query));

    [Fact]
    public void A_query_of_the_largest_size_runs()
    {
        var different = string.Join(" OR ", Enumerable.Range(0, 999).Select(i => $"lr = {i} AND x = {i}").Take(499).Append("lr = 0.1"));
        var same = string.Join(" OR ", Enumerable.Range(0, 999).Select(i => $"`sys/id`:string = \"CLS-{i}\"").Append("lr = 0.1"));

        Assert.Equal("2", Found(different));
        Assert.Equal("1 2 3 4 5 6", Found(same));
    }

    [Fact]
    public void Long_texts_differ_behind_what_the_index_has_of_them()
    {
        var start = string.Concat(Enumerable.Repeat("🚀", 64));
        var run = RunWith(("long", start + "a"));
        RunWith(("long", start + "b"));

        Assert.Equal(run.SysId, $"CLS-{Found($"long = \"{start}a\"")}");
        Assert.Equal("7 8", Found($"`long`:string = \"{start}a\" OR `long`:string = \"{start}b\""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    [InlineData("\0")]
    [InlineData("Grüße 🚀 b")]
    [InlineData("\n b \r\n")]
    public void Patterns_see_the_whole_of_a_text(string text)
    {
        string[] patterns = ["b", "^$", "^b", "a.b", "\0", "a\0b", @"a\x00b", "\\\0", "🚀", "^.{3}$", "(?i)GRÜ", @"b\s", "b$"];
        // Below and above what the index has of a text, and what is searched without memory of its own.
        string[] texts = [text, text + new string('x', 61), text + new string('x', 1000), new string('x', 1000) + text];
        foreach (var each in texts)
            RunWith(("searched", each));

        foreach (var pattern in patterns)
        {
            var matching = texts.Index().Where(each => NqlPattern.Compile(pattern).IsMatch(each.Item)).Select(each => each.Index + 7);
            var query = Runs() with { Query = new NqlClause(new("searched"), NqlOperator.Matches, pattern), SortBy = "sys/creation_time" };
            Assert.Equal((pattern, string.Join(' ', matching)), (pattern, Found(query)));
        }
    }

    [Fact]
    public void What_changed_is_found_by_its_new_value_only()
    {
        Set(Run, ("lr", 0.1));
        Assert.Equal("1 2", Found("lr = 0.1"));

        Set(Run, ("lr", 0.2));
        Assert.Equal(("2", "1"), (Found("lr = 0.1"), Found("lr = 0.2")));

        Apply(new DeleteOperation("lr"));
        Assert.Equal("2 3 4 5 6", Found("lr EXISTS"));
    }

    [Fact]
    public void Other_projects_and_kinds_are_not_searched()
    {
        var other = Store.EnsureProject(new("local", "other"), Owner, Now);
        Store.Apply(Store.CreateRun(other, null, Owner, Now).Record.Uid, [new AssignOperation("lr", ScalarValue.Float(0.1))]);
        var model = Store.CreateModel(Project, "FOREST", Owner, Now);
        Store.Apply(model.Uid, [new AssignOperation("lr", ScalarValue.Float(0.1))]);

        Assert.Equal("2", Found("lr = 0.1"));
        Assert.Equal("FOREST", Found(Runs("lr = 0.1") with { Kind = ObjectKind.Model }));
        Assert.Empty(Store.Search(Runs() with { Project = new("local", "nothing") }).Rows);
    }
}
