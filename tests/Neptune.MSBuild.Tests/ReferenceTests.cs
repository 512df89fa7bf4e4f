using System.Text.Json.Nodes;
using Neptune.MSBuild.Tests.Building;

namespace Neptune.MSBuild.Tests;

public sealed class ReferenceTests : IDisposable
{
    private readonly Workspace workspace = new();

    [Fact]
    public void A_version_is_fetched_by_its_number_and_pinned_with_its_hash()
    {
        workspace.Publish("FRAUD", "first");
        workspace.Publish("FRAUD", "second", ModelStage.Staging);
        workspace.Items = """<NeptuneModelReference Include="FRAUD" Version="2" />""";

        workspace.Resolve().Clean();

        var (file, path) = Assert.Single(Shipped());
        Assert.Equal(("second", "models/fraud.zip"), (File.ReadAllText(file), path));
        Assert.Equal($$"""
            {
              "version": 1,
              "models": {
                "FRAUD": {
                  "key": "FRAUD",
                  "requested": "2",
                  "project": "local/demo",
                  "version": "DEMO-FRAUD-2",
                  "stage": "Staging",
                  "sha256": "16367aacb67a4a017c8da8ab95682ccb390863780f7114dda0a0e0c55644c7c4",
                  "size": 6,
                  "extension": "zip"
                }
              }
            }

            """, File.ReadAllText(workspace.LockFile));
        Assert.Contains("VersionId = @\"DEMO-FRAUD-2\"", File.ReadAllText(workspace.SourceFile), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stage_is_resolved_once_and_then_pinned()
    {
        workspace.Publish("FRAUD", "first", ModelStage.Production);
        workspace.Items = """<NeptuneModelReference Include="FRAUD" Stage="Production" />""";
        workspace.Resolve().Clean();
        var pinned = File.ReadAllText(workspace.LockFile);

        workspace.Publish("FRAUD", "second", ModelStage.Production);
        workspace.Resolve().Clean();

        Assert.Equal(pinned, File.ReadAllText(workspace.LockFile));
        Assert.Equal("first", File.ReadAllText(Assert.Single(Shipped()).File));
    }

    [Fact]
    public void A_reference_that_asks_for_something_else_is_resolved_again_and_one_that_is_gone_is_forgotten()
    {
        workspace.Publish("FRAUD", "first");
        workspace.Publish("FRAUD", "second");
        workspace.Publish("OTHER", "other");
        workspace.Items = """<NeptuneModelReference Include="FRAUD" Version="1" /><NeptuneModelReference Include="OTHER" Version="1" />""";
        workspace.Resolve().Clean();

        workspace.Items = """<NeptuneModelReference Include="FRAUD" Version="2" />""";
        workspace.Resolve().Clean();

        Assert.Equal("second", File.ReadAllText(Assert.Single(Shipped()).File));
        Assert.DoesNotContain("OTHER", File.ReadAllText(workspace.LockFile), StringComparison.Ordinal);
    }

    [Fact]
    public void One_target_framework_of_several_forgets_nothing()
    {
        workspace.Publish("FRAUD", "first");
        workspace.Publish("OTHER", "other");
        workspace.Items = """<NeptuneModelReference Include="FRAUD" Version="1" />""";
        workspace.Resolve(task => task.WholeProject = false).Clean();
        workspace.Items = """<NeptuneModelReference Include="OTHER" Version="1" />""";
        workspace.Resolve(task => task.WholeProject = false).Clean();

        Assert.All(["FRAUD", "OTHER"], name => Assert.Contains(name, File.ReadAllText(workspace.LockFile), StringComparison.Ordinal));
    }

    [Fact]
    public void Two_versions_of_a_model_are_shipped_under_names_of_their_own()
    {
        workspace.Publish("FRAUD", "first");
        workspace.Publish("FRAUD", "second");
        workspace.Items = """<NeptuneModelReference Include="FRAUD" Version="1" /><NeptuneModelReference Include="FraudNext" Key="FRAUD" Version="2" Link="next/model.bin" />""";

        workspace.Resolve().Clean();

        Assert.Equal([("first", "models/fraud.zip"), ("second", "next/model.bin")], Shipped().Select(file => (File.ReadAllText(file.File), file.Path)));
        Assert.Contains("class FraudNext", File.ReadAllText(workspace.SourceFile), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""<NeptuneModelReference Include="FRAUD" Version="2" />""", "asks for FRAUD 2")]
    [InlineData("""<NeptuneModelReference Include="FRAUD" Stage="Staging" />""", "asks for FRAUD Staging")]
    [InlineData("""<NeptuneModelReference Include="FRAUD" Version="1" /><NeptuneModelReference Include="OTHER" Version="1" />""", "OTHER is not in")]
    [InlineData("", "does not ask for FRAUD any more")]
    public void A_locked_build_fails_when_the_lock_file_would_change(string items, string says)
    {
        const string Kept = """<NeptuneModelReference Include="KEPT" Version="1" />""";
        workspace.Publish("FRAUD", "first");
        workspace.Publish("FRAUD", "second", ModelStage.Staging);
        workspace.Publish("OTHER", "other");
        workspace.Publish("KEPT", "kept");
        workspace.Items = Kept + """<NeptuneModelReference Include="FRAUD" Version="1" />""";
        workspace.Resolve().Clean();
        var pinned = File.ReadAllText(workspace.LockFile);
        workspace.Resolve(task => task.Locked = true).Clean();

        workspace.Items = Kept + items;
        var error = workspace.Resolve(task => task.Locked = true).Error;

        Assert.Equal("NEPB0011", error.Code);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.Equal(pinned, File.ReadAllText(workspace.LockFile));
    }

    [Fact]
    public void Cache_and_lock_file_are_enough_to_build_without_the_store()
    {
        workspace.Publish("FRAUD", "first", ModelStage.Production);
        workspace.Items = """<NeptuneModelReference Include="FRAUD" Stage="Production" />""";
        workspace.Resolve().Clean();
        Directory.Delete(workspace.Store, recursive: true);

        workspace.Resolve(task => task.Locked = true).Clean();

        Assert.Equal("first", File.ReadAllText(Assert.Single(Shipped()).File));
        Assert.False(Directory.Exists(workspace.Store));
    }

    [Fact]
    public void Without_the_store_a_file_that_is_not_in_the_cache_is_an_error()
    {
        workspace.Publish("FRAUD", "first");
        workspace.Items = """<NeptuneModelReference Include="FRAUD" Version="1" />""";
        workspace.Resolve().Clean();
        Directory.Delete(workspace.Store, recursive: true);
        Directory.Delete(workspace.Cache, recursive: true);

        var error = workspace.Resolve().Error;

        Assert.Equal("NEPB0014", error.Code);
        Assert.Contains(workspace.Cache, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_the_cache_that_is_not_what_its_name_says_is_fetched_again()
    {
        workspace.Publish("FRAUD", "first");
        workspace.Items = """<NeptuneModelReference Include="FRAUD" Version="1" />""";
        workspace.Resolve().Clean();
        var cached = Assert.Single(Shipped()).File;
        File.WriteAllText(cached, "FIRST");

        workspace.Resolve().Clean();

        Assert.Equal("first", File.ReadAllText(cached));
    }

    [Fact]
    public void A_file_that_was_replaced_in_the_registry_after_it_was_pinned_is_an_error()
    {
        var id = workspace.Publish("FRAUD", "first");
        workspace.Items = """<NeptuneModelReference Include="FRAUD" Version="1" />""";
        workspace.Resolve().Clean();
        using (var version = workspace.Open(id))
            version["model/file"].Upload(NeptuneFile.FromText("forged", "zip"));
        Directory.Delete(workspace.Cache, recursive: true);

        var error = workspace.Resolve().Error;

        Assert.Equal("NEPB0013", error.Code);
        Assert.Empty(Directory.EnumerateFiles(workspace.Cache, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_file_that_was_replaced_after_a_build_had_registered_it_is_not_pinned()
    {
        workspace.Write("models/fraud.zip", "first");
        workspace.Items = """<NeptuneModel Include="models/fraud.zip" Key="FRAUD" />""";
        workspace.Register().Clean();
        using (var version = workspace.Open("DEMO-FRAUD-1"))
            version["model/file"].Upload(NeptuneFile.FromText("forged", "zip"));
        workspace.Items = """<NeptuneModelReference Include="FRAUD" Version="1" />""";

        var error = workspace.Resolve().Error;

        Assert.Equal("NEPB0010", error.Code);
        Assert.Contains("DEMO-FRAUD-1: model/file is not the file that was registered", error.Message);
        Assert.False(File.Exists(workspace.LockFile));
    }

    [Theory]
    [InlineData("{ \"version\": 1")]
    [InlineData("{ \"version\": 2, \"models\": {} }")]
    [InlineData("{ \"version\": 1, \"models\": { \"FRAUD\": null } }")]
    [InlineData("""{ "version": 1, "models": { "FRAUD": { "key": "FRAUD", "requested": "1", "project": "local/demo", "version": "DEMO-FRAUD-1", "stage": "None", "sha256": "../../etc", "size": 1, "extension": "zip" } } }""")]
    [InlineData("""{ "version": 1, "models": { "FRAUD": { "key": "FRAUD", "requested": "some", "project": "local/demo", "version": "DEMO-FRAUD-1", "stage": "None", "sha256": "16367aacb67a4a017c8da8ab95682ccb390863780f7114dda0a0e0c55644c7c4", "size": 1, "extension": "zip" } } }""")]
    [InlineData("""{ "version": 1, "models": { "FRAUD": { "key": "FRAUD", "requested": "1", "project": "local/demo", "version": "DEMO-FRAUD-1", "stage": "None", "sha256": "16367aacb67a4a017c8da8ab95682ccb390863780f7114dda0a0e0c55644c7c4", "size": 1, "extension": "/../x" } } }""")]
    public void A_lock_file_that_nobody_can_have_written_is_an_error(string content)
    {
        workspace.Items = """<NeptuneModelReference Include="FRAUD" Version="1" />""";
        File.WriteAllText(workspace.LockFile, content);

        var error = workspace.Resolve().Error;

        Assert.Equal(("NEPB0012", workspace.LockFile), (error.Code, error.File));
    }

    [Fact]
    public void A_lock_file_of_an_absurd_size_is_not_read()
    {
        workspace.Items = """<NeptuneModelReference Include="FRAUD" Version="1" />""";
        File.WriteAllText(workspace.LockFile, "{ \"version\": 1, \"models\": {} }" + new string(' ', 16 << 20));

        var error = workspace.Resolve().Error;

        Assert.Equal("NEPB0012", error.Code);
        Assert.Contains("no more than 16777216", error.Message);
    }

    [Theory]
    [InlineData("key", "fraud", "the key of a model")]
    [InlineData("requested", "1,Production", "a number and a stage")]
    [InlineData("project", "demo", "the full name of a project")]
    [InlineData("project", "a/b/c", "the full name of a project")]
    [InlineData("version", "../DEMO-FRAUD-1", "the id of a version of FRAUD")]
    [InlineData("version", "DEMO-OTHER-1", "the id of a version of FRAUD")]
    [InlineData("version", "DEMO-FRAUD-01", "the id of a version of FRAUD")]
    [InlineData("version", "DEMO-FRAUD-2", "the id of a version of FRAUD that was asked for by \"1\"")]
    [InlineData("version", "DEMO-FRAUD", "the id of a version of FRAUD")]
    [InlineData("stage", "99", "one of None, Staging, Production, Archived")]
    [InlineData("sha256", "16367AACB67A4A017C8DA8AB95682CCB390863780F7114DDA0A0E0C55644C7C4", "a SHA-256")]
    [InlineData("sha256", "16367aac", "a SHA-256")]
    [InlineData("size", "-1", "a number of bytes")]
    [InlineData("extension", "z.ip", "the extension of a file")]
    public void A_value_that_no_lock_file_can_have_is_named_with_its_file_and_property(string property, string value, string wanted)
    {
        workspace.Publish("FRAUD", "first");
        workspace.Items = """<NeptuneModelReference Include="FRAUD" Version="1" />""";
        workspace.Resolve().Clean();
        var json = JsonNode.Parse(File.ReadAllText(workspace.LockFile))!;
        json["models"]!["FRAUD"]![property] = property is "size" or "stage" ? long.Parse(value) : value;
        File.WriteAllText(workspace.LockFile, json.ToJsonString());

        var error = workspace.Resolve().Error;

        Assert.Equal("NEPB0012", error.Code);
        Assert.StartsWith($"{workspace.LockFile}: {property} of FRAUD is \"{value}\", not {wanted}", error.Message);
        Assert.EndsWith("Restore the file from version control, or delete it and build again.", error.Message);
    }

    [Fact]
    public void A_version_in_the_stage_that_is_asked_for_passes_and_another_is_an_error()
    {
        var id = workspace.Publish("FRAUD", "first", ModelStage.Production);
        workspace.Items = """<NeptuneModelReference Include="FRAUD" Version="1" Stage="Production" />""";
        workspace.Resolve().Clean();

        using (var version = workspace.Open(id))
            version.ChangeStage(ModelStage.Staging);
        var error = workspace.Resolve().Error;

        Assert.Equal("NEPB0017", error.Code);
        Assert.Contains("ships DEMO-FRAUD-1, which is only in Staging", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Builds_at_once_share_cache_and_lock_file()
    {
        workspace.Publish("FRAUD", "first");
        workspace.Publish("OTHER", "other");
        workspace.Items = """<NeptuneModelReference Include="FRAUD" Version="1" /><NeptuneModelReference Include="OTHER" Version="1" />""";

        Parallel.For(0, 12, new() { MaxDegreeOfParallelism = 6 }, i => workspace.Resolve(task =>
        {
            task.References = [task.References[i % 2]];
            task.WholeProject = false;
            (task.SourceFile, task.ListFile, task.StampFile) = (task.SourceFile + i, task.ListFile + i, task.StampFile + i);
        }).Clean());

        Assert.All(["DEMO-FRAUD-1", "DEMO-OTHER-1"], id => Assert.Contains(id, File.ReadAllText(workspace.LockFile), StringComparison.Ordinal));
        Assert.Equal(2, Directory.EnumerateFiles(workspace.Cache, "*", SearchOption.AllDirectories).Count());
    }

    [Fact]
    public async Task A_build_that_waits_for_another_can_be_cancelled()
    {
        workspace.Publish("FRAUD", "first");
        workspace.Items = """<NeptuneModelReference Include="FRAUD" Version="1" />""";
        using var other = Resolving.LockGuard.Take(workspace.PathOf("obj"), CancellationToken.None);
        ResolveModels? running = null;

        var build = Task.Run(() => workspace.Resolve(task => Volatile.Write(ref running, task)));
        SpinWait.SpinUntil(() => Volatile.Read(ref running) is not null);
        running!.Cancel();
        var outcome = await build;

        Assert.False(outcome.Succeeded);
        Assert.Empty(outcome.Engine.Errors);
        Assert.Contains(outcome.Said, line => line.Contains("cancelled", StringComparison.Ordinal));
    }

    public void Dispose() => workspace.Dispose();

    private IReadOnlyList<(string File, string Path)> Shipped() =>
        [.. File.ReadAllLines(workspace.ListFile).Select(line => line.Split('|')).Select(parts => (parts[0], parts[1]))];
}
