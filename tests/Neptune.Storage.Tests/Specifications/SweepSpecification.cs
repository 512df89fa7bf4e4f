using System.Text;
using Neptune.Storage.Journals;

namespace Neptune.Storage.Tests;

public abstract class SweepSpecification : EngineTest
{
    /// <summary>Later than the hour for which a content that was just written is left alone.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromHours(2);

    private readonly TemporaryFolder staging = new();

    private protected SweepSpecification(TestEngine engine)
        : base(engine)
    {
    }

    [Fact]
    public void A_content_goes_when_its_field_gets_another_one_or_is_deleted()
    {
        var (first, second) = (Stage("first"), Stage("second"));
        ApplyStaged(new AssignFileOperation("file", first));
        ApplyStaged(new AssignFileOperation("file", second));
        Sweep();
        Assert.Equal((false, true), (Has(first), Has(second)));

        ApplyStaged(new DeleteOperation("file"));
        Sweep();
        Assert.False(Has(second));
    }

    [Fact]
    public void A_content_of_a_file_series_goes_when_its_step_is_written_again_or_the_series_cleared_or_deleted()
    {
        var contents = Enumerable.Range(0, 4).Select(i => Stage($"image {i}")).ToArray();
        ApplyStaged(Append("a", 0, contents[0]), Append("b", 0, contents[1]), Append("c", 0, contents[2]));
        ApplyStaged(Append("a", 0, contents[3]), new ClearOperation("b"), new DeleteOperation("c"));

        Sweep();

        Assert.Equal([false, false, false, true], contents.Select(Has));
    }

    [Fact]
    public void A_content_of_a_file_set_goes_when_its_file_is_replaced_removed_or_cleared()
    {
        var contents = Enumerable.Range(0, 5).Select(i => Stage($"file {i}")).ToArray();
        ApplyStaged(Add("set", ("x", contents[0]), ("folder/y", contents[1]), ("folder/z", contents[2])), Add("other", ("x", contents[3])));
        ApplyStaged(Add("set", ("x", contents[4])), new RemoveFilesOperation("set", ["folder"]), new ClearOperation("other"));

        Sweep();

        Assert.Equal([false, false, false, false, true], contents.Select(Has));
    }

    [Fact]
    public void A_content_that_another_field_has_stays()
    {
        var content = Stage("shared");
        ApplyStaged(new AssignFileOperation("a", content));
        ApplyStaged(Append("b", 0, content), new DeleteOperation("a"));

        Sweep();

        Assert.True(Has(content));
    }

    [Fact]
    public void A_content_that_was_written_lately_is_left_for_the_next_time()
    {
        var content = Stage("fresh");
        ApplyStaged(new AssignFileOperation("file", content));
        ApplyStaged(new DeleteOperation("file"));

        Store.Sweep(DateTimeOffset.UtcNow);
        Assert.True(Has(content));

        Sweep();
        Assert.False(Has(content));
    }

    [Fact]
    public void A_content_that_was_staged_twice_is_there_for_the_second_record_too()
    {
        var content = Stage("twice");
        Stage("twice");
        ApplyStaged(new AssignFileOperation("file", content));
        ApplyStaged(new AssignFileOperation("file", Stage("between")));
        Sweep();

        ApplyStaged(new AssignFileOperation("file", content));

        Assert.True(Has(content));
        Assert.Empty(Directory.GetFiles(staging.Path));
    }

    [Fact]
    public void What_was_applied_before_takes_nothing_from_the_staged_files()
    {
        var mark = new JournalMark(Guid.NewGuid(), 0, 10);
        var content = Stage("once");
        Store.Apply(Run.Uid, [new AssignFileOperation("file", content)], mark, new(staging.Path));
        Stage("once");

        Assert.False(Store.Apply(Run.Uid, [new AssignFileOperation("file", content)], mark, new(staging.Path)).Applied);

        Assert.Single(Directory.GetFiles(staging.Path));
    }

    [Fact]
    public async Task Nothing_that_is_taken_over_is_removed_meanwhile()
    {
        const int Writers = 3, Rounds = 150, Contents = 4;
        using var done = new CancellationTokenSource();
        var sweeping = Task.Run(() =>
        {
            using var another = OpenAnother();
            while (!done.IsCancellationRequested)
                another.Sweep(DateTimeOffset.UtcNow + Later);
        });

        // Each writer goes round through the same few contents, so that what one has just let go of another takes over.
        var writing = Enumerable.Range(0, Writers).Select(writer => Task.Run(() =>
        {
            using var own = new TemporaryFolder();
            for (var round = 0; round < Rounds; round++)
            {
                var content = Stage($"content {(round + writer) % Contents}", own.Path);
                Store.Apply(Run.Uid, [new AssignFileOperation($"file{writer}", content)], mark: null, new Staging(own.Path));
                Assert.True(Has(content), $"round {round} of writer {writer}");
            }
        })).ToArray();
        await Task.WhenAll(writing);
        await done.CancelAsync();
        await sweeping;

        Sweep();
        var kept = Enumerable.Range(0, Writers).Select(writer => Store.ReadField(Run.Uid, $"file{writer}")!.File!);
        Assert.All(kept, content => Assert.True(Has(content)));
    }

    private FileContent Stage(string text) => Stage(text, staging.Path);

    private static FileContent Stage(string text, string folder)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        var part = Path.Combine(folder, $"{Guid.NewGuid():N}.part");
        File.WriteAllBytes(part, bytes);
        StagedFiles.Place(part, Path.Combine(folder, sha256));
        return new(sha256, bytes.Length, "txt");
    }

    private void ApplyStaged(params Operation[] operations) => Assert.Empty(Store.Apply(Run.Uid, operations, mark: null, new Staging(staging.Path)).Errors);

    private static AppendFilesOperation Append(string path, double step, FileContent content) => new(path, [new FilePoint(step, content, Now.UtcTicks, null, null)]);

    private static AddFilesOperation Add(string path, params (string Name, FileContent Content)[] files) =>
        new(path, [.. files.Select(file => new SetFile(file.Name, file.Content, Now.UtcTicks))], Replace: false);

    private bool Has(FileContent content) => Store.Blobs.Contains(content.Sha256);

    private void Sweep() => Store.Sweep(DateTimeOffset.UtcNow + Later);
}
