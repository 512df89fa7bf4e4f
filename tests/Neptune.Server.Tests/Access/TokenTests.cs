using Neptune.Server.Access;

namespace Neptune.Server.Tests;

/// <summary>The token of a link becomes a cookie and disappears.</summary>
public sealed class TokenTests : IAsyncLifetime
{
    private const string Token = "0123456789abcdef";

    private readonly SampleStore sample = new();
    private Served served = null!;

    public async ValueTask InitializeAsync() => served = await StartAsync(Token, "ui-one");

    public async ValueTask DisposeAsync()
    {
        await served.DisposeAsync();
        sample.Dispose();
    }

    [Fact]
    public async Task The_link_becomes_a_cookie_and_a_clean_address()
    {
        using var response = await served.Client.GetAsync($"a%20b/runs?token={Token}&q=%26%C3%A9&q=2&tokens=1");

        Assert.Equal((HttpStatusCode.Found, "/a%20b/runs?q=%26%C3%A9&q=2&tokens=1"), (response.StatusCode, response.Headers.Location!.OriginalString));
        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith($"neptune-ui-one={Token};", cookie);
        Assert.All(["httponly", "samesite=strict", "path=/", "max-age="], part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(("no-store", "no-referrer"), ($"{response.Headers.CacheControl}", response.Headers.GetValues("Referrer-Policy").Single()));
    }

    [Theory]
    [InlineData("Cookie", "neptune-ui-one=" + Token, 200)]
    [InlineData("Cookie", "other=1; neptune-ui-one=" + Token, 200)]
    [InlineData("Authorization", "Bearer " + Token, 200)]
    [InlineData("Cookie", "neptune-ui-one=wrong", 401)]
    [InlineData("Cookie", "neptune-ui-one=", 401)]
    [InlineData("Cookie", "neptune-ui-two=" + Token, 401)]
    [InlineData("Authorization", "Bearer wrong", 401)]
    [InlineData("Authorization", "Bearer ", 401)]
    [InlineData("Authorization", "Basic " + Token, 401)]
    [InlineData("X-Token", Token, 401)]
    public async Task Only_who_has_the_token_is_let_in(string header, string value, int status)
    {
        foreach (var path in (string[])["api/v2/store", "openapi/v2.json", ""])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation(header, value);
            using var response = await served.Client.SendAsync(request);

            Assert.Equal(status == 401, response.StatusCode == HttpStatusCode.Unauthorized);
            if (status == 401)
                Assert.Contains("neptune ui", (await Calls.ReadAsync(response, HttpStatusCode.Unauthorized)).Detail(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_wrong_token_in_a_link_lets_nobody_in_and_people_get_a_page()
    {
        using var response = await served.Client.GetAsync("?token=wrong");
        using var request = new HttpRequestMessage(HttpMethod.Get, "");
        request.Headers.Add("Sec-Fetch-Dest", "document");
        using var page = await served.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Equal((HttpStatusCode.Unauthorized, "text/html"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType));
        Assert.DoesNotContain(Token, await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_never_leads_to_another_machine()
    {
        using var response = await served.Client.GetAsync(new Uri($"{served.Address.GetLeftPart(UriPartial.Authority)}//evil.example/x?token={Token}"));

        Assert.Equal("/evil.example/x", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_token_in_the_address_of_somebody_who_is_in_disappears_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "local/x/runs?token=old&sort=a");
        request.Headers.Add("Cookie", $"neptune-ui-one={Token}");
        using var response = await served.Client.SendAsync(request);

        Assert.Equal("/local/x/runs?sort=a", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Two_stores_at_two_ports_do_not_share_a_cookie()
    {
        using var other = new SampleStore();
        await using var second = await StartAsync("another-token", "ui-two", other);
        using var jar = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });

        await jar.GetAsync(new Uri(served.Address, $"?token={Token}"));
        await jar.GetAsync(new Uri(second.Address, "?token=another-token"));

        Assert.Equal(sample.Folder, JsonDocument.Parse(await jar.GetStringAsync(new Uri(served.Address, "api/v2/store"))).RootElement.GetProperty("folder").GetString());
        Assert.Equal(other.Folder, JsonDocument.Parse(await jar.GetStringAsync(new Uri(second.Address, "api/v2/store"))).RootElement.GetProperty("folder").GetString());
    }

    [Fact]
    public async Task Who_has_the_token_is_refused_by_another_name_of_this_machine_and_from_another_page()
    {
        foreach (var (name, value) in new[] { ("Host", "rebound.example"), ("Origin", "http://evil.example") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "api/v2/store");
            request.Headers.Add("Cookie", $"neptune-ui-one={Token}");
            request.Headers.TryAddWithoutValidation(name, value);
            using var response = await served.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
    }

    private Task<Served> StartAsync(string token, string store, SampleStore? of = null) => Served.StartAsync((of ?? sample).Home, use: program =>
    {
        var cookie = new TokenCookie(token, store);
        program.Use(next => http => cookie.InvokeAsync(http, next));
    });
}
