namespace Neptune.Server.Tests;

/// <summary>Requests and answers in the fewest words.</summary>
internal static class Calls
{
    public static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    public static async Task<JsonElement> GetAsync(this HttpClient client, string path, HttpStatusCode expected)
    {
        using var response = await client.GetAsync(path);
        return await ReadAsync(response, expected);
    }

    public static async Task<JsonElement> PostAsync(this HttpClient client, string path, string json, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await client.PostAsync(path, Json(json));
        return await ReadAsync(response, expected);
    }

    public static async Task<JsonElement> PatchAsync(this HttpClient client, string path, string json, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await client.PatchAsync(path, Json(json));
        return await ReadAsync(response, expected);
    }

    /// <summary>The answer, checked against the document of the API.</summary>
    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(expected == response.StatusCode, $"{(int)response.StatusCode} instead of {(int)expected}: {text}");
        if (text.Length == 0)
            return default;
        var answer = JsonDocument.Parse(text).RootElement;
        if (!response.IsSuccessStatusCode)
            RequireProblem(response, answer);
        else
            await Documented.RequireAsync(response.RequestMessage!, answer);
        return answer;
    }

    public static void RequireProblem(HttpResponseMessage response, JsonElement problem)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal((int)response.StatusCode, problem.GetProperty("status").GetInt32());
        Assert.StartsWith("https://neptune.invalid/problems/", problem.GetProperty("type").GetString());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
    }

    public static string Detail(this JsonElement problem) => problem.GetProperty("detail").GetString()!;

    /// <summary>The field of a row.</summary>
    public static JsonElement Field(this JsonElement row, string path) => row.GetProperty("fields").EnumerateArray().Single(field => field.GetProperty("path").GetString() == path);

    public static string[] Ids(this JsonElement page) => [.. page.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("id").GetString()!)];
}
