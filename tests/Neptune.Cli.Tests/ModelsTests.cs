using Neptune.Registry;

namespace Neptune.Cli.Tests;

public sealed class ModelsTests : IDisposable
{
    private readonly TestStore store = new();

    private string LockFile => Path.Combine(store.Home, ModelLock.FileName);

    [Fact]
    public void An_update_pins_the_newest_version_of_a_stage_and_leaves_numbers_where_they_are()
    {
        store.Model("FRAUD");
        Publish("first", ModelStage.Production);
        Pin(("FRAUD", "Production"), ("FraudOld", "1"));
        Publish("second", ModelStage.Production);

        var updated = store.Ask("models", "update", "--lock", LockFile);

        Assert.Equal((0, ""), (updated.ExitCode, updated.Errors));
        Assert.Contains(updated.Lines, line => line.StartsWith("FRAUD     Production  CLS-FRAUD-1  CLS-FRAUD-2", StringComparison.Ordinal));
        Assert.Contains(updated.Lines, line => line.StartsWith("FraudOld  1           CLS-FRAUD-1  the same", StringComparison.Ordinal));
        var models = ModelLock.Load(LockFile).Models;
        Assert.Equal(("CLS-FRAUD-2", "CLS-FRAUD-1"), (models["FRAUD"].Version, models["FraudOld"].Version));
        Assert.NotEqual(models["FRAUD"].Sha256, models["FraudOld"].Sha256);
    }

    [Fact]
    public void Only_what_is_named_is_updated()
    {
        store.Model("FRAUD");
        Publish("first", ModelStage.Production);
        Pin(("FRAUD", "Production"), ("Other", "Production"));
        Publish("second", ModelStage.Production);

        store.AskIn(store.Home, "models", "update", "Other");

        var models = ModelLock.Load(LockFile).Models;
        Assert.Equal(("CLS-FRAUD-1", "CLS-FRAUD-2"), (models["FRAUD"].Version, models["Other"].Version));
    }

    [Fact]
    public void A_version_that_cannot_be_found_changes_nothing()
    {
        store.Model("FRAUD");
        Publish("first", ModelStage.Production);
        Pin(("A", "Production"), ("B", "1"));
        using (var version = Open("CLS-FRAUD-1"))
            version.ChangeStage(ModelStage.Archived);
        var pinned = File.ReadAllText(LockFile);

        var refused = store.Ask("models", "update", "--lock", LockFile);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("in the stage Production", Assert.Single(refused.Errors.TrimEnd().Split('\n')));
        Assert.Equal(pinned, File.ReadAllText(LockFile));
        Assert.Contains("pins no C. It has A, B.", store.Ask("models", "update", "C", "--lock", LockFile).Errors);
        Assert.Contains("Build a project", store.Ask("models", "update", "--lock", LockFile + "x").Errors);
    }

    public void Dispose() => store.Dispose();

    private ModelVersion Open(string id) => ModelVersion.Init(new() { WithId = id, StorePath = store.Home });

    private void Publish(string content, ModelStage stage)
    {
        using var version = Open(store.Version("CLS-FRAUD", stage));
        version["model/file"].Upload(NeptuneFile.FromText(content, "zip"));
    }

    private void Pin(params (string Name, string Requested)[] models)
    {
        var settings = new StoreSettings(store.Folder, TestStore.Project, ConnectionMode.ReadOnly, null);
        var pinned = ModelLock.Load(LockFile);
        foreach (var (name, requested) in models)
            pinned.Models[name] = LockedModel.Of(ModelRequest.Parse("FRAUD", requested), RegisteredVersions.Find(settings, ModelRequest.Parse("FRAUD", requested)));
        pinned.Save(LockFile);
    }
}
