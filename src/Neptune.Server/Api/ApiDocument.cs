using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Neptune.Server.Api;

/// <summary>
/// The description of the API as OpenAPI 3.1, of which the app's client is made. It is made by services of its own: documents follow the JSON options of the
/// program that they are made in, and those of the program around the app are no matter of the API.
/// </summary>
internal static class ApiDocument
{
    public const string Name = "neptune-v2";

    private static readonly string[] NotInJson = ["NaN", "Infinity", "-Infinity"];

    /// <summary>The texts that are one of some words.</summary>
    private static readonly Dictionary<(Type, string), IEnumerable<JsonNode>> Words = new()
    {
        [(typeof(FieldValue), "type")] = Names<FieldType>(),
        [(typeof(FieldUse), "types")] = Names<FieldType>(),
        [(typeof(ObjectRow), "kind")] = Names<ObjectKind>(),
        [(typeof(ObjectRow), "state")] = Enum.GetValues<ObjectState>().Select(state => (JsonNode)ObjectStates.Word(state)),
        [(typeof(TableRequest), "kind")] = Names<ObjectKind>(),
        [(typeof(ObjectEdit), "stage")] = Names<ModelStage>(),
    };

    private static readonly Lazy<Task<string>> Text = new(MakeAsync);

    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("openapi/v2.json", async () => TypedResults.Text(await Text.Value, "application/json")).ExcludeFromDescription();

    private static async Task<string> MakeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        // No program can be built without a server; this one never starts.
        builder.WebHost.UseKestrelCore();
        builder.Services.AddNeptuneApp().AddOpenApi(Name, Configure);
        await using var program = builder.Build();
        program.UseRouting().UseEndpoints(endpoints => ApiEndpoints.Map(endpoints.MapGroup("")));
        var document = await program.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name).GetOpenApiDocumentAsync();
        return await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1);
    }

    private static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "Neptune for .NET", Version = "v2", Description = "Runs, models, model versions and projects: tables, fields, series, files, changes." };
            // Wherever the app is: as seen from this document.
            document.Servers = [new() { Url = ".." }];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            operation.OperationId = context.Description.ActionDescriptor.EndpointMetadata.OfType<OperationId>().Single().Name;
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
            Correct(schema, context);
            return Task.CompletedTask;
        });
    }

    /// <summary>What the generator makes otherwise of numbers, of what is left out, and of words of a fixed set.</summary>
    private static void Correct(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        var property = context.JsonPropertyInfo;
        if (type == typeof(double) && property is not null)
            Replace(schema, Number());
        else if (type == typeof(double))
            (schema.Type, schema.Pattern) = (JsonSchemaType.Number, null);
        else if (type == typeof(object) && property?.DeclaringType == typeof(FieldValue))
            Replace(schema, Number(), new OpenApiSchema { Type = JsonSchemaType.Boolean }, new OpenApiSchema { Type = JsonSchemaType.String }, new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } });
        else if ((type == typeof(long) || type == typeof(int)) && schema.Type?.HasFlag(JsonSchemaType.String) == true)
            (schema.Type, schema.Pattern) = (JsonSchemaType.Integer, null);

        schema.Required?.ExceptWith(context.JsonTypeInfo.Properties.Where(member => member.IsGetNullable).Select(member => member.Name));
        if (property is not null && Words.TryGetValue((property.DeclaringType, property.Name), out var words))
            (schema.Items as OpenApiSchema ?? schema).Enum = [.. words];
        else if (context.ParameterDescription is { Name: "kind" } && property is null && type == typeof(string))
            schema.Enum = [.. Names<ObjectKind>()];
    }

    private static IEnumerable<JsonNode> Names<T>()
        where T : struct, Enum => Enum.GetNames<T>().Select(name => (JsonNode)FieldValues.NameOf(name));

    private static OpenApiSchema Number() => new() { AnyOf = [new OpenApiSchema { Type = JsonSchemaType.Number, Format = "double" }, new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. NotInJson] }] };

    private static void Replace(OpenApiSchema schema, params IEnumerable<OpenApiSchema> kinds)
    {
        (schema.Type, schema.Format, schema.Pattern) = (null, null, null);
        schema.AnyOf = [.. kinds.SelectMany(kind => kind.AnyOf ?? [kind])];
    }
}
