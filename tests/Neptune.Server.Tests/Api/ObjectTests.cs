namespace Neptune.Server.Tests;

/// <summary>What is read of the store and its objects.</summary>
public sealed class ObjectTests(SampleServer server) : IClassFixture<SampleServer>
{
    [Fact]
    public async Task The_store_and_its_projects_are_told()
    {
        var store = await server.Client.GetAsync("api/v2/store", HttpStatusCode.OK);
        var projects = await server.Client.GetAsync("api/v2/projects", HttpStatusCode.OK);

        Assert.Equal((server.Sample.Folder, false, Environment.UserName), (store.GetProperty("folder").GetString(), store.GetProperty("readOnly").GetBoolean(), store.GetProperty("user").GetString()));
        var project = Assert.Single(projects.EnumerateArray());
        Assert.Equal(($"{SampleStore.Workspace}/{SampleStore.Name}", "ODD", 1, 0), (project.GetProperty("name").GetString(), project.GetProperty("key").GetString(), project.GetProperty("runs").GetInt32(), project.GetProperty("trashed").GetInt32()));
        Assert.True(project.GetProperty("change").GetInt64() > 0);
    }

    [Fact]
    public async Task An_object_is_told_with_what_people_call_it()
    {
        var run = await server.Client.GetAsync(server.Sample.RunPath, HttpStatusCode.OK);

        Assert.Equal(("ODD-1", "run", $"{SampleStore.Workspace}/{SampleStore.Name}", false, "Inactive"), (run.GetProperty("id").GetString(), run.GetProperty("kind").GetString(), run.GetProperty("project").GetString(), run.GetProperty("trashed").GetBoolean(), run.GetProperty("state").GetString()));
        Assert.Equal(server.Sample.Run.Id, run.GetProperty("key").GetInt64());
    }

    [Theory]
    [InlineData("s/int", "int", "\"9223372036854775807\"")]
    [InlineData("s/exact", "int", "9007199254740992")]
    [InlineData("s/inexact", "int", "\"-9007199254740993\"")]
    [InlineData("s/float", "float", "0.1")]
    [InlineData("s/nan", "float", "\"NaN\"")]
    [InlineData("s/infinity", "float", "\"Infinity\"")]
    [InlineData("s/minus", "float", "\"-Infinity\"")]
    [InlineData("s/zero", "float", "-0")]
    [InlineData("s/bool", "bool", "true")]
    [InlineData("s/text", "string", """
        "line 1\r\n\"line\", 2 é <b>"
        """)]
    [InlineData("s/time", "datetime", "\"2030-05-17T12:00:00.123Z\"")]
    [InlineData(SampleStore.OddPath, "int", "7")]
    [InlineData("sys/state", "runState", "\"Inactive\"")]
    [InlineData("sys/tags", "stringSet", """
        ["50%","a,b","ünï \"q\""]
        """)]
    [InlineData("git", "gitRef", "\"cccccccccccccccccccccccccccccccccccccccc\"")]
    public async Task Each_type_of_value_travels_exactly(string path, string type, string value)
    {
        var field = (await server.Client.GetAsync(server.Sample.RunPath, HttpStatusCode.OK)).Field(path);

        Assert.Equal(type, field.GetProperty("type").GetString());
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(value).RootElement, field.GetProperty("value")), $"{field}");
        Assert.Equal(value.StartsWith("-0", StringComparison.Ordinal), field.GetProperty("value").GetRawText().StartsWith("-0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Series_travel_as_their_figures()
    {
        var run = await server.Client.GetAsync(server.Sample.RunPath, HttpStatusCode.OK);

        var loss = run.Field("m/loss");
        Assert.Equal((6, 5.0, 0.1), (loss.GetProperty("count").GetInt32(), loss.GetProperty("lastStep").GetDouble(), loss.GetProperty("last").GetDouble()));
        Assert.Equal(("-Infinity", "Infinity"), (loss.GetProperty("min").GetString(), loss.GetProperty("max").GetString()));
        var empty = run.Field("m/empty");
        Assert.Equal(0, empty.GetProperty("count").GetInt32());
        Assert.All((string[])["last", "lastStep", "lastTime", "min"], name => Assert.False(empty.TryGetProperty(name, out _)));
        var log = run.Field("log");
        Assert.Equal((3000, "line 2999\n"), (log.GetProperty("count").GetInt32(), log.GetProperty("value").GetString()));
        Assert.Equal(2, run.Field("f/series").GetProperty("count").GetInt32());
        Assert.Equal(2, run.Field("f/set").GetProperty("count").GetInt32());
        Assert.Equal(200_000, run.Field("f/bytes").GetProperty("size").GetInt32());
    }

    [Fact]
    public async Task A_long_text_is_whole_in_its_object_and_cut_in_tables_but_never_through_a_character()
    {
        var whole = (await server.Client.GetAsync(server.Sample.RunPath, HttpStatusCode.OK)).Field("s/long");
        var row = (await server.Client.PostAsync($"{SampleStore.ProjectPath}/search", """{"columns": ["s/long", "s/text"]}""")).GetProperty("rows")[0];

        Assert.Equal(SampleStore.Long, whole.GetProperty("value").GetString());
        Assert.False(whole.TryGetProperty("cut", out _));
        Assert.Equal((new string('x', 999), true), (row.Field("s/long").GetProperty("value").GetString(), row.Field("s/long").GetProperty("cut").GetBoolean()));
        Assert.False(row.Field("s/text").TryGetProperty("cut", out _));
    }

    [Fact]
    public async Task The_commit_behind_an_object_is_told()
    {
        var git = await server.Client.GetAsync($"{server.Sample.RunPath}/git?path=git", HttpStatusCode.OK);

        Assert.Equal("Fix \"it\"", git.GetProperty("message").GetString());
        Assert.True(git.GetProperty("dirty").GetBoolean());
        Assert.Equal("https://example.org/r.git", git.GetProperty("remotes")[0].GetString());
        await server.Client.GetAsync($"{server.Sample.RunPath}/git?path=s/int", HttpStatusCode.BadRequest);
        await server.Client.GetAsync($"{server.Sample.RunPath}/git?path=none", HttpStatusCode.NotFound);
    }
}
