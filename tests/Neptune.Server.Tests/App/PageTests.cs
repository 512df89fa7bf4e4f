using System.Text.RegularExpressions;

namespace Neptune.Server.Tests;

/// <summary>The page of the app and its files, wherever a program puts them.</summary>
public sealed partial class PageTests : IDisposable
{
    private readonly SampleStore sample = new();

    public void Dispose() => sample.Dispose();

    [Theory]
    [InlineData("/", "", "/")]
    [InlineData("/", "local/x/runs/CLS-1/metadata/a%2Fb%20c", "/")]
    [InlineData("/neptune", "", "/neptune/")]
    [InlineData("/neptune", "local/x/runs", "/neptune/")]
    [InlineData("/neptune", "local/x/metadata/a%2Fb/", "/neptune/")]
    [InlineData("/neptune", "neptune/neptune", "/neptune/")]
    [InlineData("/neptune", "index.html", "/neptune/")]
    [InlineData("/deep/er/é", "local/x", "/deep/er/%C3%A9/")]
    [InlineData("{tenant}/neptune", "local/x", "/t%20%221/neptune/")]
    public async Task The_page_knows_where_it_is(string prefix, string path, string expected)
    {
        await using var served = await Served.StartAsync(sample.Home, prefix);

        var page = await served.NewClient(prefix.Replace("{tenant}", "/t%20%221", StringComparison.Ordinal)).GetAsync(path);

        RequirePage(page);
        Assert.Contains($"<base href=\"{expected}\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/neptune")]
    [InlineData("/neptune/")]
    [InlineData("/neptune/local/x")]
    public async Task Groups_and_path_bases_around_the_app_are_part_of_its_address(string path)
    {
        await using var served = await Served.StartAsync(
            sample.Home,
            use: program => program.UsePathBase("/base"),
            map: program =>
            {
                program.UseRouting();
                program.MapGroup("/outer/{tenant:int}").MapGroup("inner").MapNeptune("/neptune");
            });

        var page = await served.NewClient("/base/outer/7/inner").GetAsync(path.TrimStart('/'));

        RequirePage(page);
        Assert.Contains("<base href=\"/base/outer/7/inner/neptune/\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await served.NewClient("/base/outer/7/inner/neptune").GetAsync("api/v2/store")).StatusCode);
    }

    [Fact]
    public async Task The_page_s_files_are_there_and_browsers_keep_them()
    {
        await using var served = await Served.StartAsync(sample.Home, "/neptune");
        var page = await served.Client.GetAsync("");
        RequirePage(page);

        var assets = Asset().Matches(await page.Content.ReadAsStringAsync()).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(assets);
        foreach (var asset in assets)
        {
            using var plain = await served.Client.GetAsync(asset);
            using var request = new HttpRequestMessage(HttpMethod.Get, asset);
            request.Headers.AcceptEncoding.ParseAdd("gzip, br");
            using var packed = await served.Client.SendAsync(request);

            Assert.Equal(HttpStatusCode.OK, plain.StatusCode);
            Assert.Empty(plain.Content.Headers.ContentEncoding);
            Assert.Equal("br", packed.Content.Headers.ContentEncoding.Single());
            Assert.True(plain.Headers.CacheControl!.MaxAge > TimeSpan.FromDays(300));
            Assert.Equal(await plain.Content.ReadAsByteArrayAsync(), await UnpackedAsync(packed));
            Assert.Contains(plain.Content.Headers.ContentType!.MediaType, (string[])["text/javascript", "text/css"]);
            RequireStrict(plain);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await served.Client.GetAsync("assets/none.js")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await served.Client.GetAsync("assets/..%2f..%2findex.html")).StatusCode);
    }

    [Fact]
    public async Task The_rest_of_the_program_keeps_its_addresses()
    {
        await using var served = await Served.StartAsync(sample.Home, map: program =>
        {
            program.MapNeptune("/neptune");
            program.MapGet("/own", () => "own");
        });

        Assert.Equal("own", await served.NewClient().GetStringAsync("own"));
        Assert.Equal(HttpStatusCode.NotFound, (await served.NewClient().GetAsync("neptunes")).StatusCode);
    }

    [Fact]
    public async Task Two_places_of_one_program_show_the_app()
    {
        await using var served = await Served.StartAsync(sample.Home, map: program =>
        {
            program.MapNeptune("/one");
            program.MapNeptune("/two");
            program.MapGet("/own", () => "own").WithName("Search");
        });

        foreach (var prefix in (string[])["/one", "/two"])
        {
            await served.NewClient(prefix).GetAsync("api/v2/store", HttpStatusCode.OK);
            Assert.Contains($"<base href=\"{prefix}/\"", await served.NewClient(prefix).GetStringAsync(""), StringComparison.Ordinal);
        }
    }

    private static async Task<byte[]> UnpackedAsync(HttpResponseMessage packed)
    {
        using var plain = new MemoryStream();
        await using var brotli = new System.IO.Compression.BrotliStream(await packed.Content.ReadAsStreamAsync(), System.IO.Compression.CompressionMode.Decompress);
        await brotli.CopyToAsync(plain);
        return plain.ToArray();
    }

    /// <summary>A build without Node.js has no app; in CI it must have.</summary>
    private static void RequirePage(HttpResponseMessage page)
    {
        Assert.SkipWhen(page.StatusCode == HttpStatusCode.ServiceUnavailable && Environment.GetEnvironmentVariable("CI") != "true", "The app was built without Node.js.");
        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType));
        Assert.Equal("no-cache", $"{page.Headers.CacheControl}");
        RequireStrict(page);
    }

    private static void RequireStrict(HttpResponseMessage response)
    {
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none';", policy);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.All(["script-src 'self'", "frame-ancestors 'none'", "form-action 'none'", "base-uri 'self'"], part => Assert.Contains(part, policy, StringComparison.Ordinal));
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [GeneratedRegex("(?:src|href)=\"\\./(assets/[^\"]+)\"")]
    private static partial Regex Asset();
}
