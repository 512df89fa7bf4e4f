using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Neptune.Server.Api;

/// <summary>Reads bodies and writes answers in the app's own JSON.</summary>
internal static class Body
{
    /// <summary>The largest body; requests name things, they do not carry any.</summary>
    private const long MaxBytes = 4 << 20;

    /// <exception cref="BadHttpRequestException">There is none, or it is too large.</exception>
    /// <exception cref="JsonException">It is not what is expected.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type)
    {
        if (!request.HasJsonContentType())
            throw new BadHttpRequestException("The body must be JSON, with the content type application/json.", StatusCodes.Status415UnsupportedMediaType);
        var size = request.HttpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>();
        if (size is { IsReadOnly: false })
            size.MaxRequestBodySize = MaxBytes;
        return await JsonSerializer.DeserializeAsync(request.Body, type, request.HttpContext.RequestAborted)
            ?? throw new BadHttpRequestException("The body is null.");
    }

    public static IResult Json<T>(T value, JsonTypeInfo<T> type) => TypedResults.Json(value, type);
}
