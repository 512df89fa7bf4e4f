namespace Neptune.Storage.Tests;

public abstract class FileFieldSpecification : EngineTest
{
    private static readonly GitRefInfo Git = new("0123abc", "message", "Ada", "ada@example.com", Now, "main", ["a\nb", "ü"], true);

    private protected FileFieldSpecification(TestEngine engine)
        : base(engine)
    {
    }

    [Fact]
    public void Points_of_a_file_series_are_read_by_step_with_the_last_one_of_a_step()
    {
        Apply(Files("f", (null, 'a', 1), (10, 'b', 2)), Files("f", (0, 'c', 4), (-3.5, 'd', 8), (null, 'e', 16)));

        Assert.Equal([(-3.5, 8), (0, 4), (10, 2), (11, 16)], Points("f"));
        Assert.Equal([(0, 4), (10, 2)], Store.ReadFilePoints(Run.Uid, "f", -1, 10).Select(point => (point.Step, point.Content.Size)));
        Assert.Equal(new(4, 30, null, 11, Now.UtcTicks), Content("f"));
    }

    [Fact]
    public void A_file_series_goes_on_after_the_store_is_opened_again_and_from_zero_after_it_is_cleared()
    {
        Apply(Files("f", (7, 'a', 1)));
        Reopen();
        Apply(Files("f", (null, 'b', 1)));
        Assert.Equal([(7, 1), (8, 1)], Points("f"));

        Apply(new ClearOperation("f"));
        Assert.Equal(new(0, 0, null, double.NaN, 0), Content("f"));
        Apply(Files("f", (null, 'c', 1)));

        Assert.Equal([(0, 1)], Points("f"));
    }

    [Fact]
    public void A_file_series_of_no_points_exists() => AssertEmpty(new AppendFilesOperation("f", []), FieldType.FileSeries);

    [Fact]
    public void A_file_set_of_no_files_exists() => AssertEmpty(new AddFilesOperation("f", [], Replace: false), FieldType.FileSet);

    [Fact]
    public void An_artifact_of_no_files_exists_and_has_the_hash_of_nothing()
    {
        Apply(new TrackFilesOperation("f", [], Replace: false));

        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Content("f").Hash);
        Assert.Empty(Store.ReadArtifact(Run.Uid, "f"));
    }

    [Fact]
    public void Files_are_added_to_a_set_replaced_by_name_and_removed_by_name_or_folder()
    {
        Apply(Set("s", ("b", 'a', 1), ("a/x", 'b', 2), ("a/y", 'c', 4), ("a.txt", 'd', 8), ("a0", 'e', 16)), Set("s", ("b", 'f', 32)));
        Assert.Equal(["a.txt", "a/x", "a/y", "a0", "b"], Names("s"));
        Assert.Equal((5, 62), (Content("s").Count, Content("s").Size));

        Apply(new RemoveFilesOperation("s", ["a", "b"]));
        Assert.Equal(["a.txt", "a0"], Names("s"));

        Assert.Contains("\"nothing\"", Refused(new RemoveFilesOperation("s", ["a0", "nothing"])), StringComparison.Ordinal);
        Assert.Equal(["a.txt"], Names("s"));

        Apply(new AddFilesOperation("s", [new("new", Blob('a', 1), 0)], Replace: true));
        Assert.Equal(["new"], Names("s"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("a/../b")]
    [InlineData("a\0b")]
    public void A_name_that_is_not_within_the_set_is_refused_and_nothing_is_created(string name)
    {
        Refused(new AddFilesOperation("s", [new("fine", Blob('a', 1), 0), new(name, Blob('a', 1), 0)], Replace: false));
        Refused(new TrackFilesOperation("s", [Tracked(name, "1")], Replace: false));

        Assert.Null(Store.ReadField(Run.Uid, "s"));
    }

    [Fact]
    public void An_artifact_merges_what_is_tracked_and_its_hash_does_not_depend_on_the_order()
    {
        Apply(new TrackFilesOperation("a", [Tracked("x", "1"), Tracked("y", "2")], Replace: false), new TrackFilesOperation("a", [Tracked("y", "3")], Replace: false));
        Apply(new TrackFilesOperation("b", [Tracked("y", "3"), Tracked("x", "1")], Replace: false));

        Assert.Equal([("x", "1"), ("y", "3")], Store.ReadArtifact(Run.Uid, "a").Select(file => (file.Path, file.Hash)));
        Assert.Equal(Content("a"), Content("b"));

        Apply(new TrackFilesOperation("a", [Tracked("z", "1")], Replace: true));
        Assert.Equal(["z"], Store.ReadArtifact(Run.Uid, "a").Select(file => file.Path));
        Assert.Equal(2, Store.ReadArtifact(Run.Uid, "b").Count);
    }

    [Fact]
    public void A_tracked_file_may_lack_size_and_time_and_be_in_a_bucket()
    {
        var file = new ArtifactFile("x 🚀", "etag", null, null, "s3://bucket/x", ArtifactFileType.S3);

        Apply(new TrackFilesOperation("a", [file], Replace: false));
        Reopen();

        Assert.Equal([file], Store.ReadArtifact(Run.Uid, "a"));
    }

    [Fact]
    public void A_git_ref_is_read_as_it_was_written()
    {
        Apply(new AssignGitRefOperation("source_code/git", Git), new AssignGitRefOperation("other", Git with { CurrentBranch = null, Dirty = false }));

        var read = Store.ReadGitRef(Run.Uid, "source_code/git");

        Assert.Equal((Git with { Remotes = read.Remotes }, "0123abc"), (read, Content("source_code/git").Hash));
        Assert.Equal(Git.Remotes, read.Remotes);
        Assert.Null(Store.ReadGitRef(Run.Uid, "other").CurrentBranch);
    }

    [Fact]
    public void Types_do_not_mix()
    {
        Operation[] operations = [Files("x", (null, 'a', 1)), Set("x", ("a", 'a', 1)), new TrackFilesOperation("x", [], Replace: false), new AssignGitRefOperation("x", Git)];

        foreach (var first in operations)
        {
            Apply(first);
            foreach (var other in operations.Where(other => other != first))
                Assert.Contains("is a field of type", Refused(other), StringComparison.Ordinal);
            Refused(new AssignOperation("x", ScalarValue.Int(1)));
            Refused(new AssignOperation("x/below", ScalarValue.Int(1)));
            Refused(new RemoveStringsOperation("x", ["a"]));
            Apply(new DeleteOperation("x"));
        }
        Refused(new RemoveFilesOperation("x", ["a"]));
    }

    [Fact]
    public void The_size_of_the_object_counts_files_series_and_sets()
    {
        Apply(new AssignFileOperation("file", Blob('a', 1)), Files("series", (null, 'b', 10), (null, 'c', 20)), Set("set", ("a", 'd', 300)), new TrackFilesOperation("artifact", [Tracked("x", "1")], Replace: false));
        Assert.Equal(331.0, Read(SysFields.Size));

        Apply(Files("series", (1, 'c', 5)));
        Assert.Equal(316.0, Read(SysFields.Size));
        Reopen();
        Apply(new RemoveFilesOperation("set", ["a"]));
        Assert.Equal(16.0, Read(SysFields.Size));
        Apply(new DeleteOperation("series"));
        Assert.Equal(1.0, Read(SysFields.Size));
    }

    [Fact]
    public void What_a_deleted_field_had_does_not_come_back()
    {
        Apply(Files("f", (5, 'a', 1)), Set("s", ("a", 'b', 1)), new TrackFilesOperation("a", [Tracked("x", "1")], Replace: false));
        Apply(new DeleteOperation("f"), new DeleteOperation("s"), new DeleteOperation("a"));
        Apply(Files("f", (null, 'c', 2)), Set("s", ("b", 'd', 1)), new TrackFilesOperation("a", [Tracked("y", "1")], Replace: false));

        Assert.Equal([(0, 2)], Points("f"));
        Assert.Equal(["b"], Names("s"));
        Assert.Equal(["y"], Store.ReadArtifact(Run.Uid, "a").Select(file => file.Path));
    }

    [Fact]
    public void Reading_a_field_as_another_type_or_one_that_is_missing_is_a_typed_error()
    {
        Apply(Files("f", (null, 'a', 1)));

        Assert.Throws<NeptuneFieldTypeException>(() => Store.ReadFileSet(Run.Uid, "f"));
        Assert.Throws<NeptuneFieldTypeException>(() => Store.ReadArtifact(Run.Uid, "f"));
        Assert.Throws<NeptuneFieldTypeException>(() => Store.ReadGitRef(Run.Uid, "f"));
        Assert.Throws<NeptuneMissingFieldException>(() => Store.ReadFilePoints(Run.Uid, "g"));
    }

    private static FileContent Blob(char digit, long size) => new(new string(digit, 64), size, "bin");

    private static AppendFilesOperation Files(string path, params (double? Step, char Digit, long Size)[] points) =>
        new(path, [.. points.Select(point => new FilePoint(point.Step ?? FloatPoints.NextStep, Blob(point.Digit, point.Size), Now.UtcTicks, null, null))]);

    private static AddFilesOperation Set(string path, params (string Name, char Digit, long Size)[] files) =>
        new(path, [.. files.Select(file => new SetFile(file.Name, Blob(file.Digit, file.Size), Now.UtcTicks))], Replace: false);

    private static ArtifactFile Tracked(string path, string hash) => new(path, hash, 1000, Now, $"file:///data/{path}", ArtifactFileType.Local);

    private void AssertEmpty(Operation operation, FieldType type)
    {
        Apply(operation);

        Assert.Equal((type, 0), (Store.ReadField(Run.Uid, "f")!.Type, Content("f").Count));
    }

    private StoredContent Content(string path) => Store.ReadField(Run.Uid, path)!.Content!;

    private IEnumerable<(double Step, long Size)> Points(string path) => Store.ReadFilePoints(Run.Uid, path).Select(point => (point.Step, point.Content.Size));

    private IEnumerable<string> Names(string path) => Store.ReadFileSet(Run.Uid, path).Select(file => file.Name);
}
