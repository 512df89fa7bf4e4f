namespace Neptune.Server.Tests;

/// <summary>What can be changed through the API.</summary>
public sealed class EditTests : IAsyncLifetime
{
    private readonly SampleStore sample = new();
    private Served served = null!;

    private HttpClient Client => served.Client;

    public async ValueTask InitializeAsync() => served = await Served.StartAsync(sample.Home);

    public async ValueTask DisposeAsync()
    {
        await served.DisposeAsync();
        sample.Dispose();
    }

    [Fact]
    public async Task Name_description_and_tags_are_changed_together_and_what_is_absent_stays()
    {
        var row = await Client.PatchAsync(sample.RunPath, """{"name": "é \"x\"", "addTags": ["new", "50%"], "removeTags": ["a,b", "never there"]}""");

        Assert.Equal("é \"x\"", row.Field("sys/name").GetProperty("value").GetString());
        Assert.Equal(["50%", "new", "ünï \"q\""], row.Field("sys/tags").GetProperty("value").EnumerateArray().Select(tag => tag.GetString()));
        row = await Client.PatchAsync(sample.RunPath, """{"description": ""}""");
        Assert.Equal(("é \"x\"", ""), (row.Field("sys/name").GetProperty("value").GetString(), row.Field("sys/description").GetProperty("value").GetString()));
        var change = sample.Store.LatestChanges()[0].Change;
        await Client.PatchAsync(sample.RunPath, "{}");
        Assert.Equal(change, sample.Store.LatestChanges()[0].Change);
    }

    [Fact]
    public async Task A_stage_is_changed_with_its_history_and_who_and_why()
    {
        var model = sample.Store.CreateModel(sample.Project, "FOREST", "ada", SampleStore.Now);
        var version = $"{SampleStore.ProjectPath}/objects/{sample.Store.CreateModelVersion(model, "ada", SampleStore.Now).SysId}";

        await Client.PatchAsync(version, """{"stage": "staging"}""");
        var row = await Client.PatchAsync(version, """{"stage": "production", "comment": "beats \"all\""}""");
        await Client.PatchAsync(version, """{"stage": "Production"}""", HttpStatusCode.BadRequest);

        Assert.Equal("production", row.Field("sys/stage").GetProperty("value").GetString());
        var history = (await Client.GetAsync($"{version}/strings?path=sys/stage_history", HttpStatusCode.OK)).GetProperty("points").EnumerateArray().Select(point => JsonDocument.Parse(point.GetProperty("value").GetString()!).RootElement).ToList();
        Assert.Equal([("none", "staging"), ("staging", "production")], history.Select(change => (change.GetProperty("from").GetString(), change.GetProperty("to").GetString())));
        Assert.Equal((Environment.UserName, "beats \"all\""), (history[1].GetProperty("by").GetString(), history[1].GetProperty("comment").GetString()));
    }

    [Fact]
    public async Task Many_at_once_change_a_stage_one_after_the_other()
    {
        var model = sample.Store.CreateModel(sample.Project, "FOREST", "ada", SampleStore.Now);
        var version = $"{SampleStore.ProjectPath}/objects/{sample.Store.CreateModelVersion(model, "ada", SampleStore.Now).SysId}";

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Client.PatchAsync(version, $$"""{"stage": "{{(i % 2 == 0 ? "staging" : "archived")}}", "comment": "{{i}}"}""")));

        var history = (await Client.GetAsync($"{version}/strings?path=sys/stage_history", HttpStatusCode.OK)).GetProperty("points").EnumerateArray().Select(point => JsonDocument.Parse(point.GetProperty("value").GetString()!).RootElement).ToList();
        Assert.Equal(20, history.Count);
        Assert.All(history.Zip(history.Skip(1)), pair => Assert.Equal(pair.First.GetProperty("to").GetString(), pair.Second.GetProperty("from").GetString()));
    }

    [Fact]
    public async Task With_If_Match_an_object_is_changed_only_if_it_is_still_as_it_was()
    {
        using var seen = await Client.GetAsync(sample.RunPath);
        var tag = seen.Headers.ETag!;

        Assert.Equal(HttpStatusCode.OK, await Edit("one", tag));
        Assert.Equal(HttpStatusCode.PreconditionFailed, await Edit("two", tag));
        Assert.Equal(HttpStatusCode.OK, await Edit("three", EntityTagHeaderValue.Any));
        Assert.Equal("three", (await Client.GetAsync(sample.RunPath, HttpStatusCode.OK)).Field("sys/name").GetProperty("value").GetString());

        var now = (await Client.GetAsync(sample.RunPath)).Headers.ETag!;
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Edit($"at once {i}", now)));
        Assert.Single(answers, HttpStatusCode.OK);

        async Task<HttpStatusCode> Edit(string name, EntityTagHeaderValue expected)
        {
            using var request = new HttpRequestMessage(HttpMethod.Patch, sample.RunPath) { Content = Calls.Json($$"""{"name": "{{name}}"}""") };
            request.Headers.IfMatch.Add(expected);
            using var response = await Client.SendAsync(request);
            return response.StatusCode;
        }
    }

    [Fact]
    public async Task A_project_keeps_its_name_and_gets_tags()
    {
        var project = sample.Store.FindBySysId("ODD", sample.Project).Single();
        var path = $"{SampleStore.ProjectPath}/objects/{project.SysId}";

        Assert.Equal("project", (await Client.PatchAsync(path, """{"addTags": ["x"]}""")).GetProperty("kind").GetString());
        Assert.Contains("sys/name", (await Client.PatchAsync(path, """{"addTags": ["y"], "name": "x"}""", HttpStatusCode.BadRequest)).Detail(), StringComparison.Ordinal);
        Assert.Equal(["x"], (await Client.GetAsync(path, HttpStatusCode.OK)).Field("sys/tags").GetProperty("value").EnumerateArray().Select(tag => tag.GetString()));
        await Client.PostAsync($"{SampleStore.ProjectPath}/trash", """{"ids": ["ODD"]}""", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Objects_go_into_the_trash_come_back_and_are_deleted_all_or_none()
    {
        var (one, two) = (sample.NewRun().SysId, sample.NewRun().SysId);

        await Client.PostAsync($"{SampleStore.ProjectPath}/trash", $$"""{"ids": ["{{one}}", "none"]}""", HttpStatusCode.NotFound);
        Assert.Empty(await Trashed());
        await Client.PostAsync($"{SampleStore.ProjectPath}/trash", $$"""{"ids": ["{{one}}", "{{two}}", "{{one}}"]}""", HttpStatusCode.NoContent);
        Assert.Equal([two, one], await Trashed());
        await Client.PostAsync($"{SampleStore.ProjectPath}/restore", $$"""{"ids": ["{{two}}"]}""", HttpStatusCode.NoContent);
        await Client.PostAsync($"{SampleStore.ProjectPath}/delete", $$"""{"ids": ["{{one}}", "{{two}}"]}""", HttpStatusCode.BadRequest);
        Assert.Equal([one], await Trashed());
        await Client.PostAsync($"{SampleStore.ProjectPath}/delete", $$"""{"ids": ["{{one}}"]}""", HttpStatusCode.NoContent);

        Assert.Empty(await Trashed());
        await Client.GetAsync($"{SampleStore.ProjectPath}/objects/{one}", HttpStatusCode.NotFound);
        Assert.False((await Client.GetAsync($"{SampleStore.ProjectPath}/objects/{two}", HttpStatusCode.OK)).GetProperty("trashed").GetBoolean());
        await Client.PostAsync($"{SampleStore.ProjectPath}/trash", """{"ids": []}""", HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_run_that_a_process_has_open_is_not_disturbed()
    {
        using var run = Neptune.Run.Init(new() { StorePath = sample.Home, Project = "local/open", CaptureHardwareMetrics = false, CaptureStderr = false, CaptureStdout = false });
        run["loss"].Append(1);
        run.Wait();
        var path = $"api/v2/projects/local/open/objects/{run.Id}";

        await Client.PatchAsync(path, """{"name": "renamed", "addTags": ["x"]}""");
        await Client.PostAsync("api/v2/projects/local/open/trash", $$"""{"ids": ["{{run.Id}}"]}""", HttpStatusCode.NoContent);
        run["loss"].Append(2);
        run["sys/tags"].Add("y");
        run.Wait();

        Assert.Equal(("renamed", 2), (run["sys/name"].Fetch<string>(), run["loss"].FetchValues<double>().Count));
        var row = await Client.GetAsync(path, HttpStatusCode.OK);
        Assert.Equal(("Active", true, 2), (row.GetProperty("state").GetString(), row.GetProperty("trashed").GetBoolean(), row.Field("loss").GetProperty("count").GetInt32()));
        Assert.Equal(["x", "y"], row.Field("sys/tags").GetProperty("value").EnumerateArray().Select(tag => tag.GetString()));
    }

    [Fact]
    public async Task A_store_for_reading_is_read_and_not_changed()
    {
        await using var reader = await Served.StartAsync(sample.Home, options: app => app.ReadOnly = true);
        var id = sample.Run.SysId;

        Assert.True((await reader.Client.GetAsync("api/v2/store", HttpStatusCode.OK)).GetProperty("readOnly").GetBoolean());
        await reader.Client.PatchAsync(sample.RunPath, """{"name": "x"}""", HttpStatusCode.Conflict);
        foreach (var path in (string[])["trash", "restore", "delete"])
            await reader.Client.PostAsync($"{SampleStore.ProjectPath}/{path}", $$"""{"ids": ["{{id}}"]}""", HttpStatusCode.Conflict);
        Assert.Equal([id], (await reader.Client.PostAsync($"{SampleStore.ProjectPath}/search", "{}")).Ids());
    }

    private async Task<string[]> Trashed() => (await Client.PostAsync($"{SampleStore.ProjectPath}/search", """{"trashed": true, "columns": [], "sortBy": "sys/id"}""")).Ids();
}
