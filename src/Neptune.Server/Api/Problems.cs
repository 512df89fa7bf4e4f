using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Neptune.Server.Api;

/// <summary>Answers what goes wrong with problem details: what a caller did with 4xx, what the store did with 503.</summary>
internal sealed class Problems : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            var result = await next(context);
            // What the framework could not bind.
            return context.HttpContext.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false } && result is not IStatusCodeHttpResult
                ? ProblemResult.Invalid("A parameter of the address is missing or of the wrong type. The document at openapi/v2.json says which there are.")
                : result;
        }
        catch (NeptuneException error)
        {
            return Of(error);
        }
        catch (JsonException error)
        {
            return ProblemResult.Invalid($"The body is not the JSON that is expected: {error.Message}");
        }
        catch (BadHttpRequestException error)
        {
            return ProblemResult.Of("invalid", "The request is not valid", error.StatusCode, error.Message);
        }
    }

    /// <summary>Addresses of the API that do not exist are no pages of the app.</summary>
    public static void MapUnknown(RouteGroupBuilder group) =>
        group.Map("api/{**path}", (string? path) => ProblemResult.NotFound($"There is nothing at api/{path}. The document at openapi/v2.json says what there is.")).ExcludeFromDescription();

    private static IResult Of(NeptuneException error) => error switch
    {
        NeptuneQueryException query => ProblemResult.Of("query", "The query is not valid", StatusCodes.Status400BadRequest, query.Message, query.Position),
        NeptuneNotFoundException or NeptuneMissingFieldException => ProblemResult.NotFound(error.Message),
        NeptuneReadOnlyException => ProblemResult.Of("read-only", "Nothing can be changed here", StatusCodes.Status409Conflict, error.Message),
        NeptuneCorruptDataException => ProblemResult.Of("damaged", "Damaged", StatusCodes.Status503ServiceUnavailable, error.Message),
        NeptuneStoreException or NeptuneDiskFullException or NeptuneStoreVersionException or NeptuneTimeoutException =>
            ProblemResult.Of("store", "The store is in trouble", StatusCodes.Status503ServiceUnavailable, error.Message),
        _ => ProblemResult.Of("invalid", "The request is not valid", StatusCodes.Status400BadRequest, error.Message),
    };
}
