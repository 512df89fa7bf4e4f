using Microsoft.AspNetCore.Http;

namespace Neptune.Server.Api;

/// <summary>The results of requests that fail.</summary>
internal static class ProblemResult
{
    private const string Kinds = "https://neptune.invalid/problems/";

    public static IResult Of(string kind, string title, int status, string detail, int? position = null) =>
        TypedResults.Json(new ProblemInfo(Kinds + kind, title, status, detail, position), ApiJson.Default.ProblemInfo, "application/problem+json", status);

    public static IResult Invalid(string detail) => Of("invalid", "The request is not valid", StatusCodes.Status400BadRequest, detail);

    public static IResult Unauthorized(string detail) => Of("unauthorized", "Not let in", StatusCodes.Status401Unauthorized, detail);

    public static IResult Forbidden(string detail) => Of("forbidden", "Not allowed", StatusCodes.Status403Forbidden, detail);

    public static IResult NotFound(string detail) => Of("not-found", "Not found", StatusCodes.Status404NotFound, detail);
}
