using Neptune.Core.Nql;

namespace Neptune.Core.Tests.Nql;

public sealed class NqlParserTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  \n ", "")]
    [InlineData("lr > 0.5", "`lr` > \"0.5\"")]
    [InlineData("params/max-depth_1.x = 3", "`params/max-depth_1.x` = \"3\"")]
    [InlineData("/params//lr=3", "`params/lr` = \"3\"")]
    [InlineData("`my field`:string == \"x\"", "`my field`:string = \"x\"")]
    [InlineData("(key: float = 2.2)", "`key`:float = \"2.2\"")]
    [InlineData("key : integer >= -5", "`key`:int >= \"-5\"")]
    [InlineData("a = 1 and b = 2 or c = 3", "(`a` = \"1\" AND `b` = \"2\") OR `c` = \"3\"")]
    [InlineData("a = 1 AND (b = 2 OR c = 3)", "`a` = \"1\" AND (`b` = \"2\" OR `c` = \"3\")")]
    [InlineData("(a = 1 AND b = 2) AND c = 3", "(`a` = \"1\" AND `b` = \"2\") AND `c` = \"3\"")]
    [InlineData("not a = 1 and not (b = 2)", "NOT `a` = \"1\" AND NOT `b` = \"2\"")]
    [InlineData("`sys/tags`:stringSet NOT CONTAINS \"x\"", "NOT `sys/tags`:stringSet CONTAINS \"x\"")]
    [InlineData("a NOT EXISTS", "NOT `a` EXISTS")]
    [InlineData("a:file exists", "`a`:file EXISTS")]
    [InlineData("LAST(metrics/acc : floatSeries) > .8", "last(`metrics/acc`:floatSeries) > \".8\"")]
    [InlineData("average(`a b`)<=1e-3", "average(`a b`) <= \"1e-3\"")]
    [InlineData("last = 1", "`last` = \"1\"")]
    [InlineData("`sys/state`:experimentState = running", "`sys/state`:experimentState = \"running\"")]
    [InlineData("`sys/creation_time`:datetime > 2030-05-17T12:00:00.5+02:00", "`sys/creation_time`:datetime > \"2030-05-17T12:00:00.5+02:00\"")]
    [InlineData("`sys/ping_time`:datetime < -1M", "`sys/ping_time`:datetime < \"-1M\"")]
    [InlineData("`sys/size`:float > 50MB", "`sys/size`:float > \"50MB\"")]
    [InlineData("name = 'it\\'s \"x\"'", "`name` = \"it's \\\"x\\\"\"")]
    [InlineData("name MATCHES \"^a\\d+\\\\$\"", "`name` MATCHES \"^a\\\\d+\\\\$\"")]
    [InlineData("`a``b` = \"x\"", "`a``b` = \"x\"")]
    [InlineData("((`sys/trashed`:bool = false) AND (`sys/state`:experimentState = \"running\"))", "`sys/trashed`:bool = \"false\" AND `sys/state`:experimentState = \"running\"")]
    public void A_query_has_a_canonical_form(string query, string canonical) =>
        Assert.Equal(canonical, NqlPrinter.Print(NqlParser.Parse(query)));

    [Theory]
    [InlineData("lr >", 4, "expected a value")]
    [InlineData("lr > > 3", 5, "expected a value")]
    [InlineData("lr > AND b = 2", 5, "expected a value")]
    [InlineData("lr", 2, "expected an operator")]
    [InlineData("lr ! 3", 3, "expected an operator")]
    [InlineData("lr NOT = 3", 7, "expected CONTAINS, MATCHES or EXISTS")]
    [InlineData("(lr = 3", 7, "expected AND, OR or \")\"")]
    [InlineData("lr = 3)", 6, "expected AND, OR or the end")]
    [InlineData("lr = 3 b = 4", 7, "expected AND, OR or the end")]
    [InlineData("AND", 0, "expected the name of a field")]
    [InlineData("= 3", 0, "expected the name of a field")]
    [InlineData("lr:number = 3", 3, "expected a type")]
    [InlineData("median(x) = 3", 0, "no function")]
    [InlineData("last(x:float) = 3", 6, "floatSeries")]
    [InlineData("last(x) EXISTS", 8, "expected a comparison")]
    [InlineData("last(x) CONTAINS \"a\"", 8, "is a number")]
    [InlineData("name = \"x", 7, "expected a closing \"")]
    [InlineData("`name = 3", 0, "expected a closing `")]
    [InlineData("`` = 3", 0, "is empty")]
    [InlineData("a:bool > true", 7, "does not go with a field of type bool")]
    [InlineData("a:stringSet = x", 12, "CONTAINS, EXISTS")]
    [InlineData("a:float = x", 10, "is no number")]
    [InlineData("a:bool = maybe", 9, "is no bool")]
    [InlineData("a:datetime > yesterday", 13, "is no time")]
    [InlineData("a:experimentState = dead", 20, "is no state")]
    [InlineData("a > x", 4, "neither a number nor a time")]
    [InlineData("a MATCHES \"(\"", 10, "is no regular expression")]
    [InlineData("a MATCHES \"(x)\\1\"", 10, "linear time")]
    public void An_error_says_where_and_what_was_expected(string query, int position, string expected)
    {
        var error = Assert.Throws<NeptuneQueryException>(() => NqlParser.Parse(query));

        Assert.Equal(position, error.Position);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_message_shows_the_place_in_one_line() => Assert.Equal(
        "The query is wrong at position 32, at the ▸ in ⟨…/learning_rate > 0.5 AND b >  ▸> 1 OR c = 3⟩: expected a value, such as 0.5 or \"text\", but found \">\".",
        Assert.Throws<NeptuneQueryException>(() => NqlParser.Parse("my/learning_rate > 0.5 AND b >\n\t> 1 OR c = 3")).Message);

    [Theory]
    [InlineData('(')]
    [InlineData('!')]
    public void Deep_nesting_is_an_error_and_no_crash(char kind)
    {
        var opened = kind == '(' ? new string('(', 100_000) : string.Concat(Enumerable.Repeat("NOT ", 100_000));

        var error = Assert.Throws<NeptuneQueryException>(() => NqlParser.Parse(opened + "a = 1"));

        Assert.Contains("nested more than 100 deep", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_query_has_a_largest_number_of_clauses()
    {
        NqlParser.Parse(string.Join(" OR ", Enumerable.Repeat("a = 1", NqlParser.MaxClauses)));

        Assert.Throws<NeptuneQueryException>(() => NqlParser.Parse(string.Join(" OR ", Enumerable.Repeat("a = 1", NqlParser.MaxClauses + 1))));
    }

    [Theory]
    [InlineData("12", 12L, 12.0)]
    [InlineData("-9223372036854775808", long.MinValue, -9223372036854775808.0)]
    [InlineData("9223372036854775808", null, 9223372036854775808.0)]
    [InlineData("0.5", null, 0.5)]
    [InlineData("50MB", null, 50e6)]
    [InlineData("1.5 kib", null, null)]
    [InlineData("1.5kib", null, 1536.0)]
    [InlineData("-inf", null, double.NegativeInfinity)]
    [InlineData("1,000", null, null)]
    [InlineData("", null, null)]
    public void A_number_is_whole_when_it_can_be(string text, long? whole, double? real) =>
        Assert.Equal(real is { } expected ? new NqlNumber(whole, expected) : null, NqlLiteral.Number(text));

    [Theory]
    [InlineData("2030-05-17", "2030-05-17T00:00:00Z")]
    [InlineData("2030-05-17T12:30:00Z", "2030-05-17T12:30:00Z")]
    [InlineData("2030-05-17T12:30:00.25", "2030-05-17T12:30:00.25Z")]
    [InlineData("2030-05-17 12:30+02", "2030-05-17T10:30:00Z")]
    [InlineData("2030-05-17T12:30:00-01:30", "2030-05-17T14:00:00Z")]
    [InlineData("-2h", "2030-05-31T10:00:00Z")]
    [InlineData("-5d", "2030-05-26T12:00:00Z")]
    [InlineData("-3M", "2030-02-28T12:00:00Z")]
    [InlineData("-999999999y", "0001-01-01T00:00:00Z")]
    [InlineData("2h", null)]
    [InlineData("17.5.2030", null)]
    public void A_time_is_absolute_or_before_now(string text, string? instant)
    {
        var now = new DateTimeOffset(2030, 5, 31, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal(instant is null ? null : DateTimeOffset.Parse(instant).UtcTicks, NqlLiteral.Datetime(text, now));
    }
}
