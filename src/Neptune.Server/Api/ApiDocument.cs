using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Neptune.Server.Api;

/// <summary>The description of the API as OpenAPI 3.1, of which the app's client is made. Endpoints of the program around it are not in it, nor these in its own.</summary>
internal static class ApiDocument
{
    public const string Name = "neptune-v2";

    private static readonly string[] NotInJson = ["NaN", "Infinity", "-Infinity"];

    /// <summary>Marks the endpoints of the API.</summary>
    public static object Member { get; } = new EndpointGroupNameAttribute(Name);

    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "Neptune for .NET", Version = "v2", Description = "Runs, models, model versions and projects: tables, fields, series, files, changes." };
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, _, _) =>
        {
            operation.Responses ??= [];
            operation.Responses["default"] = new OpenApiResponse
            {
                Description = "Why the request failed (RFC 9457).",
                Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(nameof(ProblemInfo)) } },
            };
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer(async (document, context, cancellation) =>
        {
            document.Components ??= new();
            document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
            document.Components.Schemas[nameof(ProblemInfo)] = await context.GetOrCreateSchemaAsync(typeof(ProblemInfo), parameterDescription: null, cancellation);
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
            if (type == typeof(double) && context.ParameterDescription is null)
                Replace(schema, Number());
            else if (type == typeof(object) && context.JsonPropertyInfo?.DeclaringType == typeof(FieldValue))
                Replace(schema, Number(), new OpenApiSchema { Type = JsonSchemaType.Boolean }, new OpenApiSchema { Type = JsonSchemaType.String }, new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } });
            else if ((type == typeof(long) || type == typeof(int)) && schema.Type?.HasFlag(JsonSchemaType.String) == true)
                (schema.Type, schema.Pattern) = (JsonSchemaType.Integer, null);
            return Task.CompletedTask;
        });
    }

    public static void Map(RouteGroupBuilder group) => group.MapGet("openapi/v2.json", async (HttpContext http) =>
    {
        var provider = http.RequestServices.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name);
        var document = await provider.GetOpenApiDocumentAsync(http.RequestAborted);
        return TypedResults.Text(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, http.RequestAborted), "application/json");
    }).ExcludeFromDescription();

    private static OpenApiSchema Number() => new() { AnyOf = [new OpenApiSchema { Type = JsonSchemaType.Number, Format = "double" }, new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. NotInJson] }] };

    private static void Replace(OpenApiSchema schema, params IEnumerable<OpenApiSchema> kinds)
    {
        (schema.Type, schema.Format, schema.Pattern) = (null, null, null);
        schema.AnyOf = [.. kinds.SelectMany(kind => kind.AnyOf ?? [kind])];
    }
}
