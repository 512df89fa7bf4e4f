namespace Neptune.Server.Tests;

/// <summary>Whatever is asked wrongly is answered with 4xx and a problem that names the place; nothing is the server's fault, in development and in production.</summary>
public sealed class MalformedTests(SampleServer server) : IClassFixture<SampleServer>
{
    private const string P = "api/v2/projects/%C3%A9quipe/50%25%20off%20%22x%22%20%2B1";
    private const string R = P + "/objects/ODD-1";

    [Theory]
    [InlineData("GET", "api", "", 404, "nothing at /api")]
    [InlineData("GET", "api/v2", "", 404, "nothing at /api/v2")]
    [InlineData("GET", "api/v2/none", "", 404, "/api/v2/none")]
    [InlineData("GET", "api/v3/store", "", 404, "/api/v3/store")]
    [InlineData("DELETE", "api/v2/none", "", 404, "/api/v2/none")]
    [InlineData("POST", "api/v2/store", "{}", 405, "GET")]
    [InlineData("DELETE", R, "", 405, "GET and PATCH")]
    [InlineData("GET", P + "/search", "", 405, "POST")]
    [InlineData("PUT", P + "/trash", "{}", 405, "POST")]
    [InlineData("GET", "api/v2/projects/none/none/fields", "", 404, "no project none/none")]
    [InlineData("POST", "api/v2/projects/%01/%0A/search", "{}", 404, "no project")]
    [InlineData("POST", P + "/search", "", 400, "JSON")]
    [InlineData("POST", P + "/search", "{", 400, "LineNumber: 0")]
    [InlineData("POST", P + "/search", "null", 400, "null")]
    [InlineData("POST", P + "/search", "[]", 400, "$")]
    [InlineData("POST", P + "/search", "\"x\"", 400, "$")]
    [InlineData("POST", P + "/search", "{\"limit\": 1}}", 400, "LineNumber")]
    [InlineData("POST", P + "/search", "{\"limit\": \"1\"}", 400, "$.limit")]
    [InlineData("POST", P + "/search", "{\"limit\": 1.5}", 400, "$.limit")]
    [InlineData("POST", P + "/search", "{\"limit\": null}", 400, "$.limit")]
    [InlineData("POST", P + "/search", "{\"limit\": 99999999999}", 400, "$.limit")]
    [InlineData("POST", P + "/search", "{\"limit\": 0}", 400, "limit is 0")]
    [InlineData("POST", P + "/search", "{\"limit\": -1}", 400, "limit is -1")]
    [InlineData("POST", P + "/search", "{\"limit\": 1000000000}", 400, "limit is 1000000000")]
    [InlineData("POST", P + "/search", "{\"Limit\": 1}", 400, "Limit")]
    [InlineData("POST", P + "/search", "{\"unknown\": 1}", 400, "unknown")]
    [InlineData("POST", P + "/search", "{\"kind\": \"Run\"}", 400, "\"Run\" is no kind")]
    [InlineData("POST", P + "/search", "{\"kind\": null}", 400, "kind")]
    [InlineData("POST", P + "/search", "{\"kind\": 1}", 400, "$.kind")]
    [InlineData("POST", P + "/search", "{\"columns\": [null]}", 400, "$.columns[0] is null")]
    [InlineData("POST", P + "/search", "{\"columns\": \"x\"}", 400, "$.columns")]
    [InlineData("POST", P + "/search", "{\"columns\": [\"a\", 1]}", 400, "$.columns[1]")]
    [InlineData("POST", P + "/search", "{\"cursor\": \"\"}", 400, "cursor")]
    [InlineData("POST", P + "/search", "{\"cursor\": \"garbage!\"}", 400, "cursor")]
    [InlineData("POST", P + "/search", "{\"cursor\": \"AAAA\"}", 400, "cursor")]
    [InlineData("POST", P + "/search", "{\"cursor\": \"\\ud800\"}", 400, "")]
    [InlineData("POST", P + "/search", "{\"query\": \"\\ud800\"}", 400, "")]
    [InlineData("POST", P + "/search", "{\"query\": \"`x`:float >\"}", 400, "")]
    [InlineData("POST", P + "/search", "{\"query\": \"`x`:none = 1\"}", 400, "none")]
    [InlineData("POST", P + "/search", "{\"query\": \"`x`:string MATCHES \\\"(\\\"\"}", 400, "")]
    [InlineData("POST", P + "/search", "{\"sortBy\": \"sys/tags\"}", 400, "sys/tags")]
    [InlineData("POST", P + "/order", "{\"sortBy\": 7}", 400, "$.sortBy")]
    [InlineData("POST", P + "/rows", "{}", 400, "keys")]
    [InlineData("POST", P + "/rows", "{\"keys\": null}", 400, "keys")]
    [InlineData("POST", P + "/rows", "{\"keys\": [null]}", 400, "$.keys[0]")]
    [InlineData("POST", P + "/rows", "{\"keys\": [1.5]}", 400, "$.keys[0]")]
    [InlineData("POST", P + "/rows", "{\"keys\": [\"1\"]}", 400, "$.keys[0]")]
    [InlineData("POST", P + "/rows", "{\"keys\": [99999999999999999999]}", 400, "$.keys[0]")]
    [InlineData("POST", P + "/rows", "{\"keys\": [1], \"columns\": [null]}", 400, "$.columns[0]")]
    [InlineData("GET", P + "/fields?limit=0", "", 400, "limit is 0")]
    [InlineData("GET", P + "/fields?limit=-1", "", 400, "limit is -1")]
    [InlineData("GET", P + "/fields?limit=1000000000", "", 400, "limit is 1000000000")]
    [InlineData("GET", P + "/fields?limit=many", "", 400, "limit is \"many\"")]
    [InlineData("GET", P + "/fields?limit=", "", 400, "limit is \"\"")]
    [InlineData("GET", P + "/fields?limit=1&limit=2", "", 400, "limit is 2 times")]
    [InlineData("GET", P + "/fields?kind=Run", "", 400, "\"Run\" is no kind")]
    [InlineData("GET", P + "/fields?kind=run&kind=model", "", 400, "kind is 2 times")]
    [InlineData("GET", P + "/fields?types=number", "", 400, "\"number\" is no type")]
    [InlineData("GET", P + "/table.csv?ascending=1", "", 400, "ascending is \"1\"")]
    [InlineData("GET", P + "/table.csv?kind=x", "", 400, "\"x\" is no kind")]
    [InlineData("GET", P + "/table.csv?query=%60x%60", "", 400, "")]
    [InlineData("GET", P + "/table.csv?sortBy=sys/tags", "", 400, "sys/tags")]
    [InlineData("GET", P + "/objects/ODD-99", "", 404, "ODD-99")]
    [InlineData("GET", P + "/objects/%01", "", 404, "no object")]
    [InlineData("GET", P + "/objects/..%2f..", "", 404, "no object")]
    [InlineData("PATCH", P + "/objects/ODD-99", "{}", 404, "ODD-99")]
    [InlineData("PATCH", R, "{\"name\": 7}", 400, "$.name")]
    [InlineData("PATCH", R, "{\"sys/id\": \"x\"}", 400, "sys/id")]
    [InlineData("PATCH", R, "{\"addTags\": [null]}", 400, "$.addTags[0]")]
    [InlineData("PATCH", R, "{\"addTags\": [\" \"]}", 400, "blank")]
    [InlineData("PATCH", R, "{\"removeTags\": [null]}", 400, "$.removeTags[0]")]
    [InlineData("PATCH", R, "{\"stage\": \"production\"}", 400, "no model version")]
    [InlineData("PATCH", R, "{\"comment\": \"why\"}", 400, "comment")]
    [InlineData("POST", P + "/trash", "{}", 400, "ids")]
    [InlineData("POST", P + "/trash", "{\"ids\": [null]}", 400, "$.ids[0]")]
    [InlineData("POST", P + "/trash", "{\"ids\": [\"ODD-1\", \"ODD-99\"]}", 404, "ODD-99")]
    [InlineData("POST", P + "/delete", "{\"ids\": [\"ODD-1\"]}", 400, "not in the trash")]
    [InlineData("POST", P + "/series", "{}", 400, "series")]
    [InlineData("POST", P + "/series", "{\"series\": []}", 400, "0 series")]
    [InlineData("POST", P + "/series", "{\"series\": [null]}", 400, "$.series[0]")]
    [InlineData("POST", P + "/series", "{\"series\": [{\"id\": \"ODD-1\"}]}", 400, "path")]
    [InlineData("POST", P + "/series", "{\"series\": [{\"id\": null, \"path\": \"x\"}]}", 400, "id")]
    [InlineData("POST", P + "/series", "{\"series\": [{\"id\": \"ODD-1\", \"path\": \"x\"}], \"buckets\": 0}", 400, "buckets is 0")]
    [InlineData("POST", P + "/series", "{\"series\": [{\"id\": \"ODD-1\", \"path\": \"x\"}], \"buckets\": 1000000000}", 400, "buckets is 1000000000")]
    [InlineData("POST", P + "/series", "{\"series\": [{\"id\": \"ODD-1\", \"path\": \"x\"}], \"fromStep\": \"NaN\"}", 400, "fromStep")]
    [InlineData("POST", P + "/series", "{\"series\": [{\"id\": \"ODD-1\", \"path\": \"x\"}], \"toStep\": \"many\"}", 400, "$.toStep")]
    [InlineData("GET", R + "/strings", "", 400, "path is missing")]
    [InlineData("GET", R + "/strings?path=none", "", 404, "no field \"none\"")]
    [InlineData("GET", R + "/strings?path=", "", 404, "no field")]
    [InlineData("GET", R + "/strings?path=%00", "", 404, "no field")]
    [InlineData("GET", R + "/strings?path=s/int", "", 400, "s/int")]
    [InlineData("GET", R + "/strings?path=log&after=NaN", "", 400, "after is \"NaN\"")]
    [InlineData("GET", R + "/strings?path=log&before=last", "", 400, "before is \"last\"")]
    [InlineData("GET", R + "/strings?path=log&after=1&after=2", "", 400, "after is 2 times")]
    [InlineData("GET", R + "/strings?path=log&tail=yes", "", 400, "tail is \"yes\"")]
    [InlineData("GET", R + "/strings?path=log&limit=0", "", 400, "limit is 0")]
    [InlineData("GET", R + "/strings?path=log&after=1&before=5", "", 400, "after")]
    [InlineData("GET", R + "/points.csv", "", 400, "path is missing")]
    [InlineData("GET", R + "/points.csv?path=s/int", "", 400, "s/int")]
    [InlineData("GET", R + "/points.csv?path=none", "", 404, "none")]
    [InlineData("GET", R + "/files", "", 400, "path is missing")]
    [InlineData("GET", R + "/files?path=none", "", 404, "none")]
    [InlineData("GET", R + "/files?path=s/int", "", 400, "s/int")]
    [InlineData("GET", R + "/files?path=f/bytes&entry=x", "", 404, "no zip")]
    [InlineData("GET", R + "/files?path=f/notzip&entry=x", "", 400, "called a zip")]
    [InlineData("GET", R + "/files?path=f/zip&entry=none", "", 404, "none")]
    [InlineData("GET", R + "/files?path=f/zip&entry=folder/", "", 404, "folder/")]
    [InlineData("GET", R + "/files?path=f/set", "", 404, "f/set")]
    [InlineData("GET", R + "/files?path=f/set&entry=../b.html", "", 404, "../b.html")]
    [InlineData("GET", R + "/files?path=f/series&step=1", "", 404, "step 1")]
    [InlineData("GET", R + "/files?path=f/series&step=NaN", "", 400, "step is \"NaN\"")]
    [InlineData("GET", R + "/files?path=f/artifact", "", 400, "f/artifact")]
    [InlineData("GET", R + "/files?path=f/bytes&preview=1", "", 400, "preview is \"1\"")]
    [InlineData("GET", R + "/entries?path=s/int", "", 400, "s/int")]
    [InlineData("GET", R + "/entries?path=f/bytes", "", 400, "f/bytes")]
    [InlineData("GET", R + "/entries?path=f/notzip", "", 400, "called a zip")]
    [InlineData("GET", R + "/git", "", 400, "path is missing")]
    public async Task A_request_that_is_wrong_is_refused_with_the_place(string method, string path, string body, int status, string place)
    {
        foreach (var client in (HttpClient[])[server.Client, server.Development.Client])
        {
            using var request = new HttpRequestMessage(new(method), new Uri($"{client.BaseAddress}{path}")) { Content = method is "GET" or "DELETE" ? null : Calls.Json(body) };
            using var response = await client.SendAsync(request);

            var problem = await Calls.ReadAsync(response, (HttpStatusCode)status);

            Assert.Contains(place, problem.Detail(), StringComparison.Ordinal);
            Assert.Equal(status == 405, response.Content.Headers.Allow.Count > 0);
        }
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/xml")]
    [InlineData("multipart/form-data")]
    public async Task A_body_of_another_type_is_refused(string type)
    {
        foreach (var path in (string[])["search", "order", "rows", "series", "trash", "restore", "delete"])
        {
            using var content = new StringContent("{}", Encoding.UTF8, type);
            using var response = await server.Client.PostAsync($"{P}/{path}", content);
            Assert.Contains("application/json", (await Calls.ReadAsync(response, HttpStatusCode.UnsupportedMediaType)).Detail(), StringComparison.Ordinal);
        }
        using var untyped = new ByteArrayContent("{}"u8.ToArray());
        using var answer = await server.Client.PatchAsync(R, untyped);
        await Calls.ReadAsync(answer, HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData("search", "query")]
    [InlineData("search", "cursor")]
    [InlineData("search", "sortBy")]
    [InlineData("order", "model")]
    public async Task A_body_over_the_limit_is_refused(string path, string member)
    {
        var problem = await server.Client.PostAsync($"{P}/{path}", $$"""{"{{member}}": "{{new string('x', 5 << 20)}}"}""", HttpStatusCode.RequestEntityTooLarge);

        Assert.Contains("4194304", problem.Detail(), StringComparison.Ordinal);
    }

    /// <summary>As large as a body may be, and of every shape that is hard on parsers.</summary>
    [Fact]
    public async Task What_is_large_within_the_limit_is_answered_or_refused()
    {
        string[] queries =
        [
            new string('(', 100_000),
            string.Join(" AND ", Enumerable.Repeat("`p/x`:float > 1", 10_000)),
            string.Join(" OR ", Enumerable.Range(0, 10_000).Select(i => $"`p/{i}`:float > {i}")),
            string.Concat(Enumerable.Repeat("NOT ", 100_000)) + "`x`:int = 1",
            $"`x`:string = \"{new string('x', 1_000_000)}\"",
            $"`x`:string MATCHES \"{new string('(', 50_000)}\"",
            $"`x`:string MATCHES \"{string.Concat(Enumerable.Repeat("(a+)+", 2000))}$\"",
            $"`{new string('p', 100_000)}`:int = 1",
        ];
        foreach (var query in queries)
        {
            using var response = await server.Client.PostAsync($"{P}/search", Calls.Json(JsonSerializer.Serialize(new { query })));
            Assert.InRange((int)response.StatusCode, 200, 499);
        }
        var many = string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"c{i}\""));
        Assert.Single((await server.Client.PostAsync($"{P}/search", $$"""{"columns": [{{many}}]}""")).Ids());
        Assert.Single((await server.Client.PostAsync($"{P}/search", $$"""{"columns": [{{string.Join(',', Enumerable.Repeat("\"s/int\"", 100_000))}}]}""")).Ids());
        await server.Client.PostAsync($"{P}/rows", $$"""{"keys": [{{string.Join(',', Enumerable.Range(0, 100_000))}}]}""", HttpStatusCode.BadRequest);
        await server.Client.PostAsync($"{P}/series", $$"""{"series": [{{string.Join(',', Enumerable.Repeat("{\"id\": \"ODD-1\", \"path\": \"m/curve\"}", 2000))}}], "buckets": 10000}""", HttpStatusCode.BadRequest);
        await server.Client.PostAsync($"{P}/search", $$"""{"columns": {{new string('[', 100_000)}}""", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_store_that_is_not_there_is_said_to_be_not_there()
    {
        await using var served = await Served.StartAsync(Path.Combine(server.Sample.Home, "none"));

        foreach (var path in (string[])["api/v2/store", "api/v2/projects", "api/v2/live", "api/v2/projects/a/b/fields"])
            Assert.Contains("no store", (await served.Client.GetAsync(path, HttpStatusCode.NotFound)).Detail(), StringComparison.Ordinal);
    }
}
