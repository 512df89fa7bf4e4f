namespace Neptune.Tests.Fields;

public sealed class ExtremeTests : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly Run run;

    public ExtremeTests() => run = store.Run();

    [Fact]
    public void A_text_of_ten_megabytes_is_kept_whole()
    {
        var text = string.Concat(Enumerable.Repeat("0123456789", 1 << 20));

        run["text"] = text;
        run["log"].Append(text);

        Assert.Equal(text, run["text"].Fetch<string>());
        Assert.Equal(text, run["log"].FetchLast<string>());
    }

    [Theory]
    [InlineData(5)]
    [InlineData(500)]
    [InlineData(50_000)]
    public void A_text_with_a_nul_character_is_kept_whole_wherever_texts_go(int length)
    {
        var text = $"before\0{new string('x', length)}\0";
        using var run = store.Run(with: options => options.Description = text);

        run["scalar"] = text;
        run["series"].Extend(["\0", text]);
        run["set"].Add(text, "before");
        run.Wait();

        Assert.Equal(text, run["scalar"].Fetch<string>());
        Assert.Equal(text, run["sys/description"].Fetch<string>());
        Assert.Equal(text, run["series"].FetchLast<string>());
        Assert.Equal(["\0", text], run["series"].FetchValues<string>().Select(point => point.Value));
        Assert.Equal(["before", text], run["set"].Fetch<string[]>().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("`t`:string = \"a\0long\"", "CLS-2")]
    [InlineData("`t`:string = \"a\"", "")]
    [InlineData("`t`:string CONTAINS \"long\"", "CLS-2 CLS-3")]
    [InlineData("`t`:string CONTAINS \"\0l\"", "CLS-2")]
    [InlineData("`t`:string MATCHES \"long$\"", "CLS-2 CLS-3")]
    [InlineData("`t`:string MATCHES \"a\0\"", "CLS-2 CLS-3 CLS-4")]
    [InlineData("`t`:string MATCHES \"^a$\"", "")]
    [InlineData("`set`:stringSet CONTAINS \"a\0long\"", "CLS-2")]
    public void Texts_with_nul_characters_are_found_and_sorted(string query, string found)
    {
        foreach (var text in (string[])["a\0long", $"a\0{new string('m', 1000)}long", "a\0"])
        {
            using var run = store.Run();
            run["t"] = text;
            run["set"].Add(text);
        }
        using var project = store.ProjectObject();

        var ids = project.FetchRunsTable(new() { Nql = query, SortBy = "sys/id", Ascending = true }).Select(row => row.Id);
        var sorted = project.FetchRunsTable(new() { SortBy = "t", Ascending = true }).Select(row => row.Id);

        Assert.Equal(found, string.Join(' ', ids));
        Assert.Equal(["CLS-4", "CLS-2", "CLS-3", "CLS-1"], sorted);
    }

    [Fact]
    public void One_object_has_twenty_thousand_fields()
    {
        run["many"] = Enumerable.Range(0, 20_000).ToDictionary(i => $"group{i % 100}/field{i}", i => i);

        Assert.Equal(20_000, Leaves(run.Fetch("many")));
        using var again = store.ReadOnly(run.Id);
        Assert.Equal(12_345, again["many/group45/field12345"].Fetch<int>());
    }

    [Fact]
    public void Integers_and_instants_go_to_their_ends()
    {
        run["smallest"] = long.MinValue;
        run["largest"] = long.MaxValue;
        run["first"] = DateTimeOffset.MinValue;
        run["last"] = DateTimeOffset.MaxValue;
        run["times"].Extend([1.0, 2.0], timestamps: [DateTimeOffset.MinValue, DateTimeOffset.MaxValue]);

        Assert.Equal((long.MinValue, long.MaxValue), (run["smallest"].Fetch<long>(), run["largest"].Fetch<long>()));
        Assert.Equal((DateTimeOffset.MinValue, DateTimeOffset.MaxValue), (run["first"].Fetch<DateTimeOffset>(), run["last"].Fetch<DateTimeOffset>()));
        Assert.Equal(DateTimeOffset.MinValue, run["times"].FetchValues<double>()[0].Timestamp);
        Assert.Equal(DateTimeOffset.MaxValue.UtcTicks / TimeSpan.TicksPerMillisecond, run["times"].FetchValues<double>()[1].Timestamp.UtcTicks / TimeSpan.TicksPerMillisecond);
    }

    [Fact]
    public void Steps_in_any_order_over_several_batches_come_back_sorted_and_once()
    {
        var random = new Random(4);
        var expected = new SortedDictionary<double, double>();
        for (var batch = 0; batch < 20; batch++)
        {
            for (var i = 0; i < 2000; i++)
            {
                var (step, value) = (random.Next(10_000) / 2.0, random.NextDouble());
                run["scattered"].Append(value, step);
                expected[step] = value;
            }
            run.Wait();
        }

        Assert.Equal(expected.Select(p => (p.Key, p.Value)), run["scattered"].FetchValues<double>().Select(p => (p.Step, p.Value)));
    }

    public void Dispose()
    {
        run.Dispose();
        store.Dispose();
    }

    private static int Leaves(IReadOnlyDictionary<string, object?> tree) =>
        tree.Values.Sum(value => value is IReadOnlyDictionary<string, object?> below ? Leaves(below) : 1);
}
