using Neptune.MSBuild.BuildTests.Building;
using Neptune.MSBuild.Tests.Building;

namespace Neptune.MSBuild.BuildTests;

public sealed class CancellingTests
{
    [Fact]
    public void A_build_that_waits_for_the_store_ends_when_it_is_cancelled()
    {
        using var workspace = new Workspace();
        workspace.Build().Clean();
        workspace.Write("app/models/income.zip", "other weights");
        using var holder = new StoreHolder(workspace.StoreFile);
        using var build = workspace.Start(("NeptuneStoreTimeout", "3600"));
        Assert.True(build.Record.ResolvingStarted.WaitOne(TimeSpan.FromMinutes(1)));

        build.Cancel();
        var cancelled = build.Wait();

        Assert.False(cancelled.Succeeded);
        Assert.DoesNotContain("CoreCompile", cancelled.Record.Targets);
        Assert.DoesNotContain(cancelled.Record.Errors, error => error.Code.StartsWith("NEPB"));
    }

    [Fact]
    public void A_build_that_does_not_get_the_store_says_that_the_registration_waits()
    {
        using var workspace = new Workspace();
        workspace.Build().Clean();
        workspace.Write("app/models/income.zip", "other weights");
        using var holder = new StoreHolder(workspace.StoreFile);

        var built = workspace.Build(("NeptuneStoreTimeout", "0.2"));

        Assert.Equal(("NEPB0006", workspace.Project, 4), (built.Warning.Code, built.Warning.File, built.Warning.LineNumber));
        Assert.Contains("for more than 0.2 seconds", built.Warning.Message);
    }
}
