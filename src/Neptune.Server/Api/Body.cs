using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Neptune.Server.Api;

/// <summary>Reads bodies and writes answers in the app's own JSON.</summary>
internal static class Body
{
    /// <summary>The largest body; requests name things, they do not carry any.</summary>
    private const long MaxBytes = 4 << 20;

    private const int BufferBytes = 64 << 10;

    /// <exception cref="BadHttpRequestException">There is none, or it is too large.</exception>
    /// <exception cref="JsonException">It is not what is expected.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type)
    {
        if (!request.HasJsonContentType())
            throw new BadHttpRequestException("The body must be JSON, with the content type application/json.", StatusCodes.Status415UnsupportedMediaType);
        return JsonSerializer.Deserialize((await BytesAsync(request)).Span, type) ?? throw new BadHttpRequestException("The body is null.");
    }

    /// <summary>The limit is not the server's own, after which it breaks connections before callers have read why.</summary>
    private static async Task<ReadOnlyMemory<byte>> BytesAsync(HttpRequest request)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[BufferBytes];
        for (int read; (read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0;)
        {
            if (bytes.Length + read > MaxBytes)
                throw new BadHttpRequestException($"The body has more than {MaxBytes} bytes.", StatusCodes.Status413PayloadTooLarge);
            bytes.Write(buffer, 0, read);
        }
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    /// <summary>Which the serializer does not look for inside lists.</summary>
    /// <exception cref="JsonException">There is a null in the list.</exception>
    public static void RequireNoNulls(IReadOnlyList<object?>? list, string name)
    {
        for (var i = 0; i < list?.Count; i++)
            _ = list[i] ?? throw new JsonException($"$.{name}[{i}] is null.");
    }

    public static IResult Json<T>(T value, JsonTypeInfo<T> type) => TypedResults.Json(value, type);
}
