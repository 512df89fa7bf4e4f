using System.Net.Http.Json;
using System.Net.Sockets;

namespace Neptune.Server.Tests;

/// <summary>Who may ask, when the program has said nothing about it: this machine, meaning it.</summary>
public sealed class AccessTests : IAsyncLifetime
{
    private const string Remote = "X-Test-Remote";

    private readonly SampleStore sample = new();
    private Served served = null!;

    public async ValueTask InitializeAsync() => served = await Served.StartAsync(sample.Home, "/neptune", use: ComeFrom);

    public async ValueTask DisposeAsync()
    {
        await served.DisposeAsync();
        sample.Dispose();
    }

    [Theory]
    [InlineData(null, null, 200)]
    [InlineData("127.0.0.1", null, 200)]
    [InlineData("127.8.9.10", null, 200)]
    [InlineData("::1", null, 200)]
    [InlineData("::ffff:127.0.0.1", null, 200)]
    [InlineData("192.168.1.7", null, 403)]
    [InlineData("10.0.0.1", null, 403)]
    [InlineData("::ffff:192.168.1.7", null, 403)]
    [InlineData("fe80::1", null, 403)]
    [InlineData("0.0.0.0", null, 403)]
    [InlineData(null, "localhost", 200)]
    [InlineData(null, "LOCALHOST:80", 200)]
    [InlineData(null, "127.0.0.1:1", 200)]
    [InlineData(null, "[::1]:5000", 200)]
    [InlineData(null, "evil.example", 403)]
    [InlineData(null, "localhost.evil.example", 403)]
    [InlineData(null, "127.0.0.1.evil.example", 403)]
    [InlineData(null, "192.168.1.7:5460", 403)]
    [InlineData(null, "0.0.0.0", 403)]
    public async Task Without_a_policy_only_this_machine_by_a_name_of_its_own_is_answered(string? remote, string? host, int status)
    {
        foreach (var path in (string[])["", "assets/none.js", "api/v2/store", "api/v2/none", "openapi/v2.json"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = host;
            if (remote is not null)
                request.Headers.Add(Remote, remote);

            using var response = await served.Client.SendAsync(request);

            Assert.Equal(status == 403, response.StatusCode == HttpStatusCode.Forbidden);
            if (status == 403)
                Calls.RequireProblem(response, await response.Content.ReadFromJsonAsync<JsonElement>());
        }
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("Via", "1.1 proxy")]
    public async Task What_came_through_a_proxy_came_from_anybody(string header, string value)
    {
        Assert.Equal(HttpStatusCode.Forbidden, await Status(HttpMethod.Get, (header, value)));
    }

    [Theory]
    [InlineData("Origin", "https://evil.example", 403)]
    [InlineData("Origin", "null", 403)]
    [InlineData("Origin", "", 403)]
    [InlineData("Origin", "http://localhost:1", 403)]
    [InlineData("Origin", "OWN", 200)]
    [InlineData("Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-origin", 200)]
    [InlineData("Sec-Fetch-Site", "none", 200)]
    public async Task The_page_of_another_address_reads_and_changes_nothing(string header, string value, int status)
    {
        value = value == "OWN" ? served.Address.GetLeftPart(UriPartial.Authority) : value;

        Assert.Equal(status, (int)await Status(HttpMethod.Get, (header, value)));
        Assert.Equal(status == 200 ? 204 : 403, (int)await Status(HttpMethod.Post, (header, value)));
    }

    [Fact]
    public async Task A_link_on_another_page_opens_the_app()
    {
        Assert.Equal(HttpStatusCode.OK, await Status(HttpMethod.Get, ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate")));
    }

    [Fact]
    public async Task A_change_needs_the_header_of_the_app()
    {
        using var client = served.NewClient("/neptune", asApp: false);
        using var response = await client.PostAsync($"{SampleStore.ProjectPath}/trash", Calls.Json("""{"ids": []}"""));

        Assert.Contains("X-Neptune", (await Calls.ReadAsync(response, HttpStatusCode.Forbidden)).Detail(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /neptune/api/v2/store HTTP/1.1\r\nHost:\r\nOrigin: http://a\r\n")]
    [InlineData("GET /neptune/api/v2/store HTTP/1.0\r\nOrigin: http://a\r\n")]
    [InlineData("GET /neptune/api/v2/store HTTP/1.1\r\nHost: a b\r\n")]
    [InlineData("GET /neptune/%00 HTTP/1.1\r\nHost: localhost\r\n")]
    [InlineData("POST /neptune/api/v2/projects/a/b/trash HTTP/1.1\r\nHost: localhost\r\nX-Neptune: 1\r\nContent-Type: application/json\r\nContent-Length: -1\r\n")]
    [InlineData("GET /neptune/api/v2/store HTTP/1.1\r\nHost: localhost\r\nOrigin: http://a\r\nOrigin: http://b\r\n")]
    public async Task What_no_client_sends_is_refused_and_no_fault_of_the_server(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(served.Address.Host, served.Address.Port);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"{request}Connection: close\r\n\r\n"));

        var answer = await new StreamReader(socket.GetStream()).ReadLineAsync();

        Assert.Matches("^HTTP/1.1 4", answer!);
    }

    /// <summary>As if requests came from elsewhere.</summary>
    internal static void ComeFrom(WebApplication program) => program.Use((http, next) =>
    {
        if (http.Request.Headers.Remove(Remote, out var remote))
            http.Connection.RemoteIpAddress = IPAddress.Parse(remote.ToString());
        return next(http);
    });

    private async Task<HttpStatusCode> Status(HttpMethod method, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, method == HttpMethod.Get ? "api/v2/store" : $"{SampleStore.ProjectPath}/trash");
        if (method != HttpMethod.Get)
            request.Content = Calls.Json("""{"ids": []}""");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await served.Client.SendAsync(request);
        return response.StatusCode;
    }
}
