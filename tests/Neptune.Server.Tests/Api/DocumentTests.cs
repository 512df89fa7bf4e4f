using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Neptune.Server.Api;

namespace Neptune.Server.Tests;

public sealed class DocumentTests(SampleServer server) : IClassFixture<SampleServer>
{
    [Fact]
    public async Task The_document_of_the_api_is_the_one_that_the_client_of_the_app_is_made_of()
    {
        var served = await server.Client.GetStringAsync("openapi/v2.json");

        if (Environment.GetEnvironmentVariable("NEPTUNE_UPDATE_GOLDEN") == "1")
            File.WriteAllText(Committed(), $"{served}\n");
        Assert.Equal(File.ReadAllText(Committed()).TrimEnd(), served, ignoreLineEndingDifferences: true);
        Assert.StartsWith("3.1", JsonDocument.Parse(served).RootElement.GetProperty("openapi").GetString());
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task A_program_with_other_json_and_a_document_of_its_own_changes_neither(string environment)
    {
        await using var other = await Served.StartAsync(
            server.Sample.Home,
            "/tools/neptune",
            environment: environment,
            build: builder =>
            {
                builder.Services.ConfigureHttpJsonOptions(json => (json.SerializerOptions.PropertyNamingPolicy, json.SerializerOptions.PropertyNameCaseInsensitive) = (JsonNamingPolicy.SnakeCaseUpper, true));
                builder.Services.AddOpenApi();
            },
            map: program =>
            {
                program.MapNeptune("/tools/neptune");
                program.MapGet("/own", () => "own");
                program.MapOpenApi();
            });

        var paths = JsonDocument.Parse(await other.NewClient().GetStringAsync("openapi/v1.json")).RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name);

        Assert.Equal(await server.Client.GetStringAsync("openapi/v2.json"), await other.Client.GetStringAsync("openapi/v2.json"));
        Assert.Equal(["/own"], paths);
        Assert.Equal($"{await server.Client.GetAsync("api/v2/store", HttpStatusCode.OK)}", $"{await other.Client.GetAsync("api/v2/store", HttpStatusCode.OK)}");
        Assert.Contains("KIND", (await other.Client.PostAsync($"{SampleStore.ProjectPath}/search", """{"KIND": "run"}""", HttpStatusCode.BadRequest)).Detail(), StringComparison.Ordinal);
    }

    /// <summary>Answers are written by one set of types, the document by another reading of them.</summary>
    [Theory]
    [InlineData(typeof(StoreInfo))]
    [InlineData(typeof(ProjectInfo))]
    [InlineData(typeof(ObjectRow))]
    [InlineData(typeof(FieldValue))]
    [InlineData(typeof(ObjectEdit))]
    [InlineData(typeof(ObjectIds))]
    [InlineData(typeof(TableRequest))]
    [InlineData(typeof(RowsRequest))]
    [InlineData(typeof(RowPage))]
    [InlineData(typeof(FieldCounts))]
    [InlineData(typeof(FieldUse))]
    [InlineData(typeof(BucketRequest))]
    [InlineData(typeof(SeriesName))]
    [InlineData(typeof(TextPage))]
    [InlineData(typeof(TextPoint))]
    [InlineData(typeof(FileEntries))]
    [InlineData(typeof(Api.FileEntry))]
    [InlineData(typeof(GitRefInfo))]
    [InlineData(typeof(ProblemInfo))]
    public void The_document_has_the_properties_that_travel(Type type)
    {
        var travels = ApiJson.Default.GetTypeInfo(type)!.Properties.Select(property => property.Name);

        Assert.Equal(travels.Order(), Documented.Schema(type.Name).GetProperty("properties").EnumerateObject().Select(property => property.Name).Order());
    }

    [Fact]
    public void Every_number_that_may_be_none_of_json_is_documented_as_number_or_text()
    {
        foreach (var type in (Type[])[typeof(FieldValue), typeof(TextPoint), typeof(Api.FileEntry), typeof(BucketRequest)])
        {
            foreach (var property in ApiJson.Default.GetTypeInfo(type)!.Properties.Where(property => property.PropertyType == typeof(double) || property.PropertyType == typeof(double?)))
            {
                var schema = Documented.Schema(type.Name).GetProperty("properties").GetProperty(property.Name);
                foreach (var value in (string[])["1.5", "\"NaN\"", "\"Infinity\"", "\"-Infinity\""])
                    Documented.Require(schema, JsonDocument.Parse(value).RootElement, $"{type.Name}.{property.Name}");
                Assert.ThrowsAny<Exception>(() => Documented.Require(schema, JsonDocument.Parse("\"many\"").RootElement, property.Name));
            }
        }
    }

    [Fact]
    public async Task Every_documented_word_is_taken_in_queries_and_bodies_and_no_other()
    {
        string[] kinds = Words(Documented.Schema("TableRequest").GetProperty("properties").GetProperty("kind"));
        string[] types = Words(Documented.Schema("FieldValue").GetProperty("properties").GetProperty("type"));

        Assert.Equal(["run", "model", "modelVersion", "project"], kinds.OrderBy(kind => Array.IndexOf(["run", "model", "modelVersion", "project"], kind)));
        Assert.Equal(Enum.GetNames<FieldType>().Length, types.Length);
        Assert.Contains("floatSeries", types);
        foreach (var kind in kinds)
        {
            await server.Client.GetAsync($"{SampleStore.ProjectPath}/fields?kind={kind}&types={string.Join(',', types)}", HttpStatusCode.OK);
            await server.Client.PostAsync($"{SampleStore.ProjectPath}/search", $$"""{"kind": "{{kind}}"}""");
        }

        static string[] Words(JsonElement schema) => [.. schema.GetProperty("enum").EnumerateArray().Select(word => word.GetString()!)];
    }

    [Fact]
    public void What_is_left_out_when_there_is_none_is_not_required()
    {
        foreach (var (schema, name) in new[] { ("ObjectRow", "modelId"), ("RowPage", "next"), ("FileEntry", "size"), ("RowsRequest", "columns"), ("TableRequest", "query") })
            Assert.DoesNotContain(name, Documented.Schema(schema).TryGetProperty("required", out var required) ? required.EnumerateArray().Select(one => one.GetString()) : []);
    }

    [Fact]
    public void Contents_that_are_no_json_are_documented_with_their_type()
    {
        var paths = JsonDocument.Parse(File.ReadAllText(Committed())).RootElement.GetProperty("paths");

        foreach (var (path, method, type) in new[] { ("order", "post", "application/octet-stream"), ("series", "post", "application/vnd.neptune.columns"), ("table.csv", "get", "text/csv"), ("objects/{id}/files", "get", "application/octet-stream") })
            Assert.True(paths.GetProperty($"/api/v2/projects/{{workspace}}/{{name}}/{path}").GetProperty(method).GetProperty("responses").GetProperty("200").GetProperty("content").TryGetProperty(type, out _));
        Assert.True(paths.GetProperty("/api/v2/live").GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content").TryGetProperty("text/event-stream", out _));
    }

    [Fact]
    public void Names_of_operations_are_unique_and_every_operation_has_an_error()
    {
        var operations = JsonDocument.Parse(File.ReadAllText(Committed())).RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).ToList();

        Assert.Equal(operations.Count, operations.Select(operation => operation.Value.GetProperty("operationId").GetString()).Distinct().Count());
        Assert.All(operations, operation => Assert.Equal("#/components/schemas/ProblemInfo", operation.Value.GetProperty("responses").GetProperty("default").GetProperty("content").GetProperty("application/problem+json").GetProperty("schema").GetProperty("$ref").GetString()));
    }

    public static string Committed([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../../src/Neptune.Web/openapi.json");
}
