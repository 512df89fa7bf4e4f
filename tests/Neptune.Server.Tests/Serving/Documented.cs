namespace Neptune.Server.Tests;

/// <summary>Checks answers against the committed document of the API: which properties there are, of which types, with which words.</summary>
internal static class Documented
{
    private static readonly JsonElement Document = JsonDocument.Parse(File.ReadAllText(DocumentTests.Committed())).RootElement;

    public static Task RequireAsync(HttpRequestMessage request, JsonElement answer)
    {
        var path = request.RequestUri!.AbsolutePath;
        path = path[path.IndexOf("/api/v2", StringComparison.Ordinal)..];
        if (path.EndsWith("/openapi/v2.json", StringComparison.Ordinal))
            return Task.CompletedTask;
        var method = request.Method.Method.ToLowerInvariant();
        var template = Document.GetProperty("paths").EnumerateObject().Single(one => IsOf(path, one.Name) && one.Value.TryGetProperty(method, out _));
        var schema = template.Value.GetProperty(method).GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema");
        Require(schema, answer, "$");
        return Task.CompletedTask;
    }

    public static void Require(JsonElement schema, JsonElement value, string place)
    {
        if (Problem(schema, value, place) is { } problem)
            Assert.Fail(problem);
    }

    public static JsonElement Schema(string name) => Document.GetProperty("components").GetProperty("schemas").GetProperty(name);

    private static string? Problem(JsonElement schema, JsonElement value, string place)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            return Problem(Schema(reference.GetString()!.Split('/')[^1]), value, place);
        foreach (var word in (string[])["anyOf", "oneOf"])
        {
            if (schema.TryGetProperty(word, out var choices))
            {
                string?[] problems = [.. choices.EnumerateArray().Select(choice => Problem(choice, value, place))];
                return problems.Contains(null) ? null : string.Join(" and ", problems);
            }
        }
        if (schema.TryGetProperty("type", out var type) && !Types(type).Any(one => Fits(one, value)))
            return $"{place} is {value.ValueKind}, not {type}";
        if (schema.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)))
            return $"{place} is {value}, none of {words}";
        if (value.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out var properties))
        {
            foreach (var member in value.EnumerateObject())
            {
                if (!properties.TryGetProperty(member.Name, out var of))
                    return $"{place}.{member.Name} is not in the document";
                if (Problem(of, member.Value, $"{place}.{member.Name}") is { } problem)
                    return problem;
            }
            if (schema.TryGetProperty("required", out var required) && required.EnumerateArray().Select(name => name.GetString()!).FirstOrDefault(name => !value.TryGetProperty(name, out _)) is { } missing)
                return $"{place} has no {missing}";
        }
        return value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items)
            ? value.EnumerateArray().Select((item, i) => Problem(items, item, $"{place}[{i}]")).FirstOrDefault(problem => problem is not null)
            : null;
    }

    private static IEnumerable<string> Types(JsonElement type) => type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!) : [type.GetString()!];

    private static bool Fits(string type, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => type == "object",
        JsonValueKind.Array => type == "array",
        JsonValueKind.String => type == "string",
        JsonValueKind.Number => type == "number" || (type == "integer" && value.TryGetInt64(out _)),
        JsonValueKind.True or JsonValueKind.False => type == "boolean",
        _ => type == "null",
    };

    private static bool IsOf(string path, string template)
    {
        var (given, wanted) = (path.Split('/'), template.Split('/'));
        return given.Length == wanted.Length && given.Zip(wanted).All(pair => pair.Second.StartsWith('{') || pair.First == pair.Second);
    }
}
