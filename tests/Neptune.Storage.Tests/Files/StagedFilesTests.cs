namespace Neptune.Storage.Tests;

public sealed class StagedFilesTests
{
    [Fact]
    public async Task Equal_contents_are_placed_while_others_are_taken()
    {
        const int Contents = 1_000;
        using var folder = new TemporaryFolder();
        var name = folder["content"];
        var placing = Task.Run(() =>
        {
            for (var i = 0; i < Contents; i++)
            {
                File.WriteAllText(folder[$"new{i}"], "x");
                StagedFiles.Place(folder[$"new{i}"], name);
            }
        }, TestContext.Current.CancellationToken);

        var taken = 0;
        for (var ended = false; !ended || File.Exists(StagedFiles.Last(name));)
        {
            ended = placing.IsCompleted;
            if (StagedFiles.Last(name) is var last && File.Exists(last))
            {
                File.Delete(last);
                taken++;
            }
        }

        await placing;
        Assert.Equal(Contents, taken);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }
}
