using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Neptune.Server.Api;

/// <summary>Answers what goes wrong with problem details: what a caller did with 4xx, what the store did with 503.</summary>
internal static class Problems
{
    /// <summary>Around an endpoint: checks its parameters, and catches its errors as long as nothing is sent. Later the connection breaks, so that nobody takes half for whole.</summary>
    public static RequestDelegate Around(EndpointBuilder endpoint, RequestDelegate answer)
    {
        var parameters = endpoint.Metadata.OfType<MethodInfo>().SelectMany(Parameter.Of).ToArray();
        return async http =>
        {
            try
            {
                foreach (var parameter in parameters)
                    parameter.Check(http.Request);
                await answer(http);
            }
            catch (Exception error) when (!http.Response.HasStarted && Of(error) is { } problem)
            {
                // What was said of the content is not about the problem.
                (http.Response.ContentLength, http.Response.Headers.ETag, http.Response.Headers.AcceptRanges) = (null, default, default);
                await problem.ExecuteAsync(http);
            }
        };
    }

    private static IResult? Of(Exception error) => error switch
    {
        NeptuneQueryException query => ProblemResult.Of("query", "The query is not valid", StatusCodes.Status400BadRequest, query.Message, query.Position),
        NeptuneNotFoundException or NeptuneMissingFieldException => ProblemResult.NotFound(error.Message),
        NeptuneReadOnlyException => ProblemResult.Of("read-only", "Nothing can be changed here", StatusCodes.Status409Conflict, error.Message),
        NeptuneCorruptDataException => ProblemResult.Of("damaged", "Damaged", StatusCodes.Status503ServiceUnavailable, error.Message),
        NeptuneStoreException or NeptuneDiskFullException or NeptuneStoreVersionException or NeptuneTimeoutException =>
            ProblemResult.Of("store", "The store is in trouble", StatusCodes.Status503ServiceUnavailable, error.Message),
        NeptuneException => ProblemResult.Invalid(error.Message),
        JsonException => ProblemResult.Invalid($"The body is not the JSON that is expected: {error.Message}"),
        BadHttpRequestException bad => ProblemResult.Of("invalid", "The request is not valid", bad.StatusCode, bad.Message),
        _ => null,
    };
}
