namespace Neptune.Cli.Tests;

public sealed class VerifyTests : IDisposable
{
    private readonly TestStore store = new();

    [Fact]
    public void A_store_that_is_as_it_should_be_says_what_was_looked_at()
    {
        store.Run(run =>
        {
            run["train/loss"].Extend([3.0, 2.0, 1.0]);
            run["model"].Upload(NeptuneFile.FromText("weights", "bin"));
        });

        var result = store.Ask("verify");

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Matches(@"^Checked 2 objects, \d+ series and \d+ contents of files \(.+\): all is as it should be\.$", Assert.Single(result.Lines));
    }

    [Fact]
    public void A_damaged_content_is_an_error_wherever_it_is_read_and_healed_by_the_good_one()
    {
        var id = store.Run(run => run["model"].Upload(NeptuneFile.FromText("weights", "bin")));
        var content = Directory.GetFiles(Path.Combine(store.Folder, "files"), "*", SearchOption.AllDirectories).Single(file => new FileInfo(file).Length == "weights".Length);
        File.WriteAllText(content, "weighTs");
        var target = Path.Combine(store.Home, "weights.bin");
        File.WriteAllText(target, "older");

        var verify = store.Ask("verify", "--repair");
        var get = store.Ask("get", id, "model", "--output", target);
        var second = store.Run(run => run["model"].Upload(NeptuneFile.FromText("weights", "bin")));

        Assert.Equal(1, verify.ExitCode);
        Assert.Contains($"is damaged; it belongs to {id} model. Uploading the file again heals it.", verify.Lines[0]);
        Assert.EndsWith("1 flaw, 1 left.", verify.Lines[^1]);
        Assert.Equal(1, get.ExitCode);
        Assert.Contains("is damaged", get.Errors);
        Assert.Equal("older", File.ReadAllText(target));
        Assert.Equal(0, store.Ask("get", second, "model", "--output", target).ExitCode);
        Assert.Equal("weights", File.ReadAllText(target));
        Assert.Equal(0, store.Ask("get", id, "model", "--output", target).ExitCode);
        Assert.Equal(0, store.Ask("verify").ExitCode);
    }

    [Fact]
    public void What_can_be_mended_is_said_and_mended_when_that_is_wanted()
    {
        store.Run();
        File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(Path.Combine(store.Folder, "files", "ab")).FullName, new string('c', 62)), [1]);

        var looked = store.Ask("verify");
        var mended = store.Ask("verify", "--repair");

        Assert.Equal(1, looked.ExitCode);
        Assert.EndsWith("1 flaw, 1 left. `neptune verify --repair` mends 1 of them.", looked.Lines[^1]);
        Assert.Equal(0, mended.ExitCode);
        Assert.EndsWith("1 flaw, all of them mended.", mended.Lines[^1]);
        Assert.Equal(0, store.Ask("verify").ExitCode);
    }

    [Fact]
    public void What_is_kept_of_a_damaged_journal_is_a_flaw()
    {
        store.Run();
        var journal = Directory.CreateDirectory(Path.Combine(store.Journals, "0123456789abcdef0123456789abcdef")).FullName;
        File.WriteAllText(Path.Combine(journal, "journal.json"), "{ not json");

        var result = store.Ask("verify");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("journal of ?: ", result.Lines[0]);
    }

    public void Dispose() => store.Dispose();
}
