using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Neptune.Server.Tests;

/// <summary>A policy of the program decides instead, from wherever requests come.</summary>
public sealed class PolicyTests : IDisposable
{
    private readonly SampleStore sample = new();

    public void Dispose() => sample.Dispose();

    [Theory]
    [InlineData(null, 401)]
    [InlineData("guest", 403)]
    [InlineData("scientist", 200)]
    public async Task The_answer_of_the_policy_counts(string? role, int status)
    {
        foreach (var byName in (bool[])[true, false])
        {
            await using var served = await StartAsync(neptune => byName ? neptune.RequireAuthorization("scientists") : neptune.RequireAuthorization(policy => policy.RequireRole("scientist")));

            foreach (var path in (string[])["", "api/v2/store", "api/v2/none", "openapi/v2.json"])
            {
                foreach (var remote in (string?[])[null, "203.0.113.9"])
                    Assert.Equal(status == 200 && path == "api/v2/none" ? 404 : status, await Status(served, path, role, remote));
            }
        }
    }

    [Fact]
    public async Task A_page_of_another_address_is_refused_with_a_policy_too()
    {
        await using var served = await StartAsync(neptune => neptune.RequireAuthorization());

        Assert.Equal(403, await Status(served, "api/v2/store", "scientist", null, ("Origin", "https://evil.example")));
        Assert.Equal(200, await Status(served, "api/v2/store", "scientist", "203.0.113.9", ("X-Forwarded-For", "198.51.100.1")));
    }

    [Fact]
    public async Task Without_a_policy_of_the_app_the_program_s_other_endpoints_change_nothing()
    {
        await using var served = await StartAsync(neptune => neptune);

        Assert.Equal(200, await Status(served, "api/v2/store", null, null));
        Assert.Equal(403, await Status(served, "api/v2/store", "scientist", "203.0.113.9"));
    }

    [Fact]
    public async Task Allowing_everybody_is_no_policy()
    {
        await using var served = await StartAsync(neptune => neptune.AllowAnonymous());

        Assert.Equal(403, await Status(served, "api/v2/store", "scientist", "203.0.113.9"));
    }

    [Fact]
    public void An_app_without_its_services_says_what_is_missing()
    {
        using var program = (IDisposable)WebApplication.CreateSlimBuilder().Build();

        Assert.Contains("AddNeptuneApp", Assert.Throws<InvalidOperationException>(() => ((WebApplication)program).MapNeptune()).Message, StringComparison.Ordinal);
    }

    private Task<Served> StartAsync(Func<IEndpointConventionBuilder, IEndpointConventionBuilder> with) => Served.StartAsync(
        sample.Home,
        "/neptune",
        build: builder =>
        {
            builder.Services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, RoleInHeader>("test", null);
            builder.Services.AddAuthorizationBuilder().AddPolicy("scientists", policy => policy.RequireRole("scientist"));
        },
        use: AccessTests.ComeFrom,
        map: program =>
        {
            with(program.MapNeptune());
            program.MapGet("/own", () => "own").RequireAuthorization();
        });

    private static async Task<int> Status(Served served, string path, string? role, string? remote, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers.Append(("X-Test-Role", role ?? "")).Append(("X-Test-Remote", remote ?? "127.0.0.1")))
            request.Headers.Add(name, value);
        using var response = await served.Client.SendAsync(request);
        return (int)response.StatusCode;
    }

    private sealed class RoleInHeader(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Request.Headers["X-Test-Role"].ToString() is { Length: > 0 } role
            ? AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, role)], Scheme.Name)), Scheme.Name))
            : AuthenticateResult.NoResult());
    }
}
