using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Neptune.Server.Api;

namespace Neptune.Server.Access;

/// <summary>
/// Lets in who has the token: once in the link, which becomes a cookie and disappears from the address, or as a bearer. The cookie's name has the store,
/// because browsers share cookies among all ports of a machine.
/// </summary>
/// <param name="token">The token.</param>
/// <param name="store">What tells the store from others.</param>
internal sealed class TokenCookie(string token, string store)
{
    public const string Parameter = "token";

    private const string Bearer = "Bearer ";
    private const string How = "Open the link that neptune ui prints: it has the token that lets you in. While it is running, neptune ui prints the link again.";

    private readonly string cookie = $"neptune-{store}";

    public Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        if (Fits(http.Request.Cookies[cookie]) || (http.Request.Headers.Authorization.ToString() is var header && header.StartsWith(Bearer, StringComparison.Ordinal) && Fits(header[Bearer.Length..])))
            return WithoutToken(http) is { } clean ? Redirect(http, clean) : next(http);
        if (!Fits(http.Request.Query[Parameter]))
            return Refusal(http).ExecuteAsync(http);

        http.Response.Cookies.Append(cookie, token, new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true, MaxAge = TimeSpan.FromDays(400) });
        return Redirect(http, WithoutToken(http)!);
    }

    /// <summary>People who follow a link get a page.</summary>
    private static IResult Refusal(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        return http.Request.Headers["Sec-Fetch-Dest"] == "document"
            ? TypedResults.Text($"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Neptune</title><h1>This browser was not let in yet</h1><p>{How}</p>", "text/html; charset=utf-8", statusCode: StatusCodes.Status401Unauthorized)
            : ProblemResult.Unauthorized(How);
    }

    private bool Fits(string? given) =>
        given is { Length: > 0 } && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(token));

    private static Task Redirect(HttpContext http, string to)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Redirect(to);
        return Task.CompletedTask;
    }

    /// <summary>The address without its token, if it has one; it must not stay in the history or on a screen that is shared.</summary>
    private static string? WithoutToken(HttpContext http)
    {
        if (!http.Request.Query.ContainsKey(Parameter))
            return null;
        var rest = QueryString.Create(http.Request.Query.Where(pair => pair.Key != Parameter));
        // Two slashes at the beginning would be the address of another machine.
        var path = $"{http.Request.PathBase.ToUriComponent()}{http.Request.Path.ToUriComponent()}".TrimStart('/');
        return $"/{path}{rest.ToUriComponent()}";
    }
}
