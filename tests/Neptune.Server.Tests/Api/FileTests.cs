using System.Security.Cryptography;

namespace Neptune.Server.Tests;

/// <summary>Contents of files: bytes exactly as they were stored, never as part of the app.</summary>
public sealed class FileTests(SampleServer server) : IClassFixture<SampleServer>
{
    private string Bytes => $"{server.Sample.RunPath}/files?path=f/bytes";

    [Fact]
    public async Task A_file_comes_whole_as_an_attachment_of_one_fixed_type()
    {
        using var response = await server.Client.GetAsync(Bytes);

        Assert.Equal(SampleStore.Bytes, await response.Content.ReadAsByteArrayAsync());
        Assert.Equal((SampleStore.Bytes.Length, "application/octet-stream"), (response.Content.Headers.ContentLength, response.Content.Headers.ContentType!.MediaType));
        Assert.Equal(("attachment", "ODD-1_f_bytes.bin"), (response.Content.Headers.ContentDisposition!.DispositionType, response.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal($"\"{Convert.ToHexStringLower(SHA256.HashData(SampleStore.Bytes))}\"", response.Headers.ETag!.Tag);
        Assert.Equal("bytes", response.Headers.AcceptRanges.Single());
        RequireSandbox(response);
    }

    [Theory]
    [InlineData(0, 99, 0, 99)]
    [InlineData(199_990, null, 199_990, 199_999)]
    [InlineData(null, 10, 199_990, 199_999)]
    [InlineData(100, 999_999, 100, 199_999)]
    public async Task Parts_are_exact(int? from, int? to, int first, int last)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Bytes);
        request.Headers.Range = new(from, to);

        using var response = await server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(SampleStore.Bytes[first..(last + 1)], await response.Content.ReadAsByteArrayAsync());
        Assert.Equal($"bytes {first}-{last}/200000", $"{response.Content.Headers.ContentRange}");
    }

    [Theory]
    [InlineData("bytes=200000-", null, 416)]
    [InlineData("bytes=0-1,5-6", null, 200)]
    [InlineData("bytes=x", null, 200)]
    [InlineData("lines=0-5", null, 200)]
    [InlineData("bytes=0-9", "\"another\"", 200)]
    [InlineData("bytes=0-9", "Mon, 30 Nov 2026 00:00:00 GMT", 200)]
    public async Task What_is_no_part_of_this_content_is_the_whole_or_nothing(string range, string? ifRange, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Bytes);
        request.Headers.TryAddWithoutValidation("Range", range);
        if (ifRange is not null)
            request.Headers.TryAddWithoutValidation("If-Range", ifRange);

        using var response = await server.Client.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 200 ? SampleStore.Bytes.Length : 0, (await response.Content.ReadAsByteArrayAsync()).Length);
    }

    [Fact]
    public async Task What_a_browser_has_is_not_sent_again_and_HEAD_sends_nothing()
    {
        var tag = (await server.Client.GetAsync(Bytes)).Headers.ETag!;
        using var request = new HttpRequestMessage(HttpMethod.Get, Bytes);
        request.Headers.IfNoneMatch.Add(tag);
        using var known = await server.Client.SendAsync(request);
        using var head = await server.Client.SendAsync(new(HttpMethod.Head, Bytes));

        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Equal((HttpStatusCode.OK, 200_000L, tag), (head.StatusCode, head.Content.Headers.ContentLength, head.Headers.ETag));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("f/page", null, "text/html")]
    [InlineData("f/set", "b.html", "text/html")]
    [InlineData("f/zip", "a/b.txt", "text/plain")]
    [InlineData("f/bytes", null, "text/plain")]
    public async Task A_preview_has_a_type_and_no_origin(string path, string? entry, string type)
    {
        using var response = await server.Client.GetAsync($"{server.Sample.RunPath}/files?path={path}&preview=true{(entry is null ? "" : $"&entry={entry}")}");

        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Null(response.Content.Headers.ContentDisposition);
        RequireSandbox(response);
    }

    [Theory]
    [InlineData("f/set", "sub/ö %2F\"q\".txt", "set 1", "ö %2F\"q\".txt")]
    [InlineData("f/zip", "../x", "content of ../x", "x")]
    [InlineData("f/zip", "/etc/passwd", "content of /etc/passwd", "passwd")]
    [InlineData("f/zip", "C:\\x", "content of C:\\x", "C:\\x")]
    public async Task A_file_of_a_set_or_a_zip_is_looked_up_by_its_name_and_nothing_else(string path, string entry, string content, string name)
    {
        using var response = await server.Client.GetAsync($"{server.Sample.RunPath}/files?path={path}&entry={Uri.EscapeDataString(entry)}");

        Assert.Equal(content, await response.Content.ReadAsStringAsync());
        Assert.Equal((content.Length, name), ((int)response.Content.Headers.ContentLength!, response.Content.Headers.ContentDisposition!.FileNameStar));
        Assert.DoesNotContain('\n', response.Content.Headers.ContentDisposition.ToString());
    }

    [Fact]
    public async Task Files_are_listed_with_what_is_known_of_them()
    {
        var (set, zip, series, artifact) = (await Entries("f/set"), await Entries("f/zip"), await Entries("f/series"), await Entries("f/artifact"));

        Assert.Equal(["b.html", "sub/ö %2F\"q\".txt"], Names(set));
        Assert.Equal(["../x", "/etc/passwd", "a/b.txt", "C:\\x"], Names(zip));
        Assert.Equal([0, 2.5], series.Select(entry => entry.GetProperty("step").GetDouble()));
        Assert.Equal(("first", "the first"), (series[0].GetProperty("name").GetString(), series[0].GetProperty("description").GetString()));
        Assert.Equal(("data/a.csv", 12), (artifact[0].GetProperty("name").GetString(), artifact[0].GetProperty("size").GetInt32()));
    }

    [Fact]
    public async Task A_file_of_a_series_is_found_by_its_step_and_the_last_without_one()
    {
        Assert.Equal("p0", await server.Client.GetStringAsync($"{server.Sample.RunPath}/files?path=f/series&step=0"));
        Assert.Equal("p2", await server.Client.GetStringAsync($"{server.Sample.RunPath}/files?path=f/series&step=2.5"));
        Assert.Equal("p2", await server.Client.GetStringAsync($"{server.Sample.RunPath}/files?path=f/series"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("bytes=x")]
    [InlineData("bytes=0-9,20-29")]
    public async Task A_damaged_content_never_ends_as_a_good_answer(string? range)
    {
        using var sample = new SampleStore();
        await using var served = await Served.StartAsync(sample.Home);
        sample.Damage(SampleStore.Bytes);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{sample.RunPath}/files?path=f/bytes");
        if (range is not null)
            request.Headers.TryAddWithoutValidation("Range", range);

        await Assert.ThrowsAsync<HttpRequestException>(() => served.Client.SendAsync(request));
    }

    [Fact]
    public async Task A_small_damaged_or_missing_content_is_a_problem()
    {
        using var sample = new SampleStore();
        await using var served = await Served.StartAsync(sample.Home);
        sample.Damage(Encoding.UTF8.GetBytes(SampleStore.Html));
        Directory.Move(Path.Combine(sample.Folder, "files"), Path.Combine(sample.Folder, "away"));

        foreach (var path in (string[])["files?path=f/bytes", "files?path=f/zip&entry=a/b.txt", "entries?path=f/zip"])
            Assert.Contains("missing", (await served.Client.GetAsync($"{sample.RunPath}/{path}", HttpStatusCode.ServiceUnavailable)).Detail(), StringComparison.Ordinal);
        Directory.Move(Path.Combine(sample.Folder, "away"), Path.Combine(sample.Folder, "files"));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => served.Client.GetStringAsync($"{sample.RunPath}/files?path=f/page"));
    }

    private static IEnumerable<string?> Names(IEnumerable<JsonElement> entries) => entries.Select(entry => entry.GetProperty("name").GetString());

    private async Task<JsonElement[]> Entries(string path) =>
        [.. (await server.Client.GetAsync($"{server.Sample.RunPath}/entries?path={path}", HttpStatusCode.OK)).GetProperty("entries").EnumerateArray()];

    private static void RequireSandbox(HttpResponseMessage response)
    {
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("sandbox allow-scripts; default-src 'none';", policy);
        Assert.DoesNotContain("allow-same-origin", policy);
        Assert.DoesNotContain("'self'", policy.Replace("frame-ancestors 'self'", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(("nosniff", "same-origin", "no-referrer"), (response.Headers.GetValues("X-Content-Type-Options").Single(), response.Headers.GetValues("Cross-Origin-Resource-Policy").Single(), response.Headers.GetValues("Referrer-Policy").Single()));
    }
}
