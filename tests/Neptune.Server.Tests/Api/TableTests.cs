using System.Runtime.InteropServices;

namespace Neptune.Server.Tests;

/// <summary>Pages, orders, rows and fields of tables.</summary>
public sealed class TableTests : IAsyncLifetime
{
    private readonly SampleStore sample = new();
    private Served served = null!;

    private HttpClient Client => served.Client;

    public async ValueTask InitializeAsync()
    {
        for (var i = 0; i < 25; i++)
            sample.NewRun(new AssignOperation("p/x", ScalarValue.Float(i % 7)), new AssignOperation("p/name", ScalarValue.String($"\"run\" {i}")));
        served = await Served.StartAsync(sample.Home);
    }

    public async ValueTask DisposeAsync()
    {
        await served.DisposeAsync();
        sample.Dispose();
    }

    [Theory]
    [InlineData("""{"limit": 7}""")]
    [InlineData("""{"limit": 7, "sortBy": "p/x"}""")]
    [InlineData("""{"limit": 7, "sortBy": "p/x", "ascending": true}""")]
    [InlineData("""{"limit": 4, "sortBy": "p/name", "ascending": true, "query": "`p/x`:float > 2"}""")]
    [InlineData("""{"limit": 9, "sortBy": "s/nan"}""")]
    [InlineData("""{"limit": 3, "sortBy": "never/logged"}""")]
    public async Task All_pages_together_are_the_whole_order(string request)
    {
        var keys = new List<int>();
        for (string? next = null; ;)
        {
            var page = await Client.PostAsync($"{SampleStore.ProjectPath}/search", next is null ? request : $$"""{"cursor": "{{next}}", {{request[1..]}}""");
            keys.AddRange(page.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("key").GetInt32()));
            if (!page.TryGetProperty("next", out var cursor))
                break;
            next = cursor.GetString();
        }

        Assert.Equal(await Order(request), keys);
        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.NotEmpty(keys);
    }

    [Fact]
    public async Task Rows_come_in_the_order_asked_for_without_what_is_not_there()
    {
        var rows = await Client.PostAsync($"{SampleStore.ProjectPath}/rows", """{"keys": [5, 3, 99999, 5, -1, 4], "columns": ["p/x", "sys/id", "none"]}""");

        Assert.Equal([5, 3, 4], rows.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("key").GetInt32()));
        Assert.Equal(["p/x", "sys/id"], rows.GetProperty("rows")[0].GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("path").GetString()));
        Assert.Empty((await Client.PostAsync($"{SampleStore.ProjectPath}/rows", """{"keys": []}""")).GetProperty("rows").EnumerateArray());
    }

    [Fact]
    public async Task Every_row_tells_its_state_and_has_that_field_only_when_asked_for()
    {
        foreach (var (columns, expected) in new[] { ("[]", 0), ("""["sys/state"]""", 1) })
        {
            var row = (await Client.PostAsync($"{SampleStore.ProjectPath}/search", $$"""{"limit": 1, "columns": {{columns}}}""")).GetProperty("rows")[0];
            Assert.Equal("Inactive", row.GetProperty("state").GetString());
            Assert.Equal(expected, row.GetProperty("fields").GetArrayLength());
        }
        Assert.NotEqual(0, (await Client.PostAsync($"{SampleStore.ProjectPath}/search", """{"limit": 1}""")).GetProperty("rows")[0].GetProperty("fields").GetArrayLength());
    }

    [Fact]
    public async Task Models_and_their_versions_have_tables_of_their_own()
    {
        var model = sample.Store.CreateModel(sample.Project, "FOREST", "ada", SampleStore.Now);
        var other = sample.Store.CreateModel(sample.Project, "TREE", "ada", SampleStore.Now);
        var version = sample.Store.CreateModelVersion(model, "ada", SampleStore.Now);
        sample.Store.CreateModelVersion(other, "ada", SampleStore.Now);

        Assert.Equal(2, (await Client.PostAsync($"{SampleStore.ProjectPath}/search", """{"kind": "model"}""")).Ids().Length);
        Assert.Equal([version.SysId], (await Client.PostAsync($"{SampleStore.ProjectPath}/search", $$"""{"kind": "modelVersion", "model": "{{model.SysId}}"}""")).Ids());
        Assert.Equal(model.SysId, (await Client.GetAsync($"{SampleStore.ProjectPath}/objects/{version.SysId}", HttpStatusCode.OK)).GetProperty("modelId").GetString());
    }

    [Fact]
    public async Task Fields_are_found_by_words_best_first_with_the_number_of_runs()
    {
        var all = await Client.GetAsync($"{SampleStore.ProjectPath}/fields?search=X&types=float", HttpStatusCode.OK);
        var few = await Client.GetAsync($"{SampleStore.ProjectPath}/fields?limit=2", HttpStatusCode.OK);
        var odd = await Client.GetAsync($"{SampleStore.ProjectPath}/fields?search={Uri.EscapeDataString("%2F \"Q\"")}", HttpStatusCode.OK);

        Assert.Equal(("p/x", 25), (all.GetProperty("fields")[0].GetProperty("path").GetString(), all.GetProperty("fields")[0].GetProperty("count").GetInt32()));
        Assert.All(all.GetProperty("fields").EnumerateArray(), field => Assert.Equal("float", field.GetProperty("types")[0].GetString()));
        Assert.Equal((2, true), (few.GetProperty("fields").GetArrayLength(), few.GetProperty("more").GetBoolean()));
        Assert.Equal(SampleStore.OddPath, odd.GetProperty("fields")[0].GetProperty("path").GetString());
    }

    [Fact]
    public async Task A_field_that_was_just_logged_is_found_at_once()
    {
        await Client.GetAsync($"{SampleStore.ProjectPath}/fields?search=brand", HttpStatusCode.OK);

        sample.Apply(sample.Run, new AssignOperation("brand/new", ScalarValue.Int(1)));

        Assert.Equal(1, (await Client.GetAsync($"{SampleStore.ProjectPath}/fields?search=brand", HttpStatusCode.OK)).GetProperty("fields").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"sortBy": "p/x", "limit": 3}""")]
    [InlineData("""{"ascending": true, "limit": 3}""")]
    [InlineData("""{"kind": "model", "limit": 3}""")]
    [InlineData("""{"query": "`p/x`:float > 1", "limit": 3}""")]
    [InlineData("""{"trashed": true, "limit": 3}""")]
    public async Task A_cursor_of_another_table_is_refused(string other)
    {
        var cursor = (await Client.PostAsync($"{SampleStore.ProjectPath}/search", """{"limit": 3}""")).GetProperty("next").GetString();

        var problem = await Client.PostAsync($"{SampleStore.ProjectPath}/search", $$"""{"cursor": "{{cursor}}", {{other[1..]}}""", HttpStatusCode.BadRequest);

        Assert.Contains("cursor", problem.Detail(), StringComparison.Ordinal);
        Assert.Equal(2, (await Client.PostAsync($"{SampleStore.ProjectPath}/search", $$"""{"cursor": "{{cursor}}", "limit": 2, "columns": []}""")).Ids().Length);
    }

    [Fact]
    public async Task A_query_that_is_wrong_is_refused_with_the_place_of_the_fault()
    {
        foreach (var path in (string[])["search", "order"])
        {
            var problem = await Client.PostAsync($"{SampleStore.ProjectPath}/{path}", """{"query": "`p/x`:float > > 1"}""", HttpStatusCode.BadRequest);
            Assert.Equal(("https://neptune.invalid/problems/query", 14), (problem.GetProperty("type").GetString(), problem.GetProperty("position").GetInt32()));
        }
    }

    [Fact]
    public async Task A_table_as_csv_parses_back_exactly()
    {
        var columns = string.Concat(((string[])["s/text", "s/nan", "s/minus", "s/zero", "s/int", SampleStore.OddPath, "m/loss:min", "m/loss", "sys/tags", "p/name", "none"]).Select(column => $"&columns={Uri.EscapeDataString(column)}"));

        using var response = await Client.GetAsync($"{SampleStore.ProjectPath}/table.csv?sortBy=sys/id&ascending=true{columns}");
        var rows = CsvText.Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal(("text/csv", "attachment"), (response.Content.Headers.ContentType!.MediaType, response.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal(["id", "s/text", "s/nan", "s/minus", "s/zero", "s/int", SampleStore.OddPath, "m/loss:min", "m/loss", "sys/tags", "p/name", "none"], rows[0]);
        var run = rows.Single(row => row[0] == sample.Run.SysId);
        Assert.Equal(["ODD-1", "line 1\r\n\"line\", 2 é <b>", "NaN", "-Infinity", "-0", $"{long.MaxValue}", "7", "-Infinity", "0.1"], run[..9]);
        Assert.Equal(26, rows.Count - 1);
        Assert.Equal((await Order("""{"sortBy": "sys/id", "ascending": true}""")).Length, rows.Count - 1);
    }

    private async Task<int[]> Order(string request)
    {
        using var response = await Client.PostAsync($"{SampleStore.ProjectPath}/order", Calls.Json(request));
        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType!.MediaType);
        return MemoryMarshal.Cast<byte, int>(await response.Content.ReadAsByteArrayAsync()).ToArray();
    }
}
