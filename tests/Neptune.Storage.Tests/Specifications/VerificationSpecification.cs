using System.Text;

namespace Neptune.Storage.Tests;

/// <summary>Damages a store in every place that a verification looks at, and has it found and, where that is possible, mended.</summary>
public abstract class VerificationSpecification : EngineTest
{
    private protected VerificationSpecification(TestEngine engine)
        : base(engine)
    {
        Apply(
            Points.Curve("train/loss", 0, 3000, step => 1 / (step + 1)),
            new AppendStringsOperation("log", [.. Enumerable.Range(0, 1500).Select(i => new StringPoint(i, $"line {i}", DateTime.UnixEpoch.Ticks))]),
            new AppendFloatsOperation("empty", new FloatPoints(0)),
            new AssignFileOperation("model", Import("weights")),
            new AddFilesOperation("data", [new SetFile("a.csv", Import("a"), 0), new SetFile("b.csv", Import("b"), 0)], Replace: false),
            new AppendFilesOperation("pictures", [new FilePoint(0, Import("picture"), DateTime.UnixEpoch.Ticks, null, null)]),
            new AddStringsOperation("tags", ["x"]));
    }

    [Fact]
    public void A_store_that_is_as_it_should_be_has_no_flaws()
    {
        var verified = new VerifiedStore();

        Assert.Empty(Flaws(verified: verified));

        Assert.Equal((2L, 3L, 4L, 16L), (verified.Objects, verified.Series, verified.Contents, verified.Bytes));
        Assert.Equal(verified.Work, verified.Done);
    }

    [Theory]
    [InlineData("update float_chunk set min = 7 where first_step = 1024", "{run} train/loss", "the header of the chunk from step 1024")]
    [InlineData("update string_chunk set count = count - 1, last_step = last_step - 1 where first_step = 0", "{run} log", "cannot be decoded")]
    [InlineData("update string_chunk set text_bytes = 1 where first_step = 0", "{run} log", "the header of the chunk from step 0")]
    [InlineData("update attribute set max = 99 where max is not null", "{run} train/loss", "its summary")]
    [InlineData("update attribute set count = 12 where text_value = 'line 1499'", "{run} log", "its summary")]
    [InlineData("update float_chunk set data = zeroblob(length(data)) where first_step = 1024", "{run} train/loss", "the chunk from step 1024 to 2047 cannot be decoded")]
    [InlineData("insert into string_set (project_id, object_id, path_id, value) values (1, 4711, 1, 'x')", "string_set", "belong to an object that is not there")]
    [InlineData("delete from attribute where path_id = (select id from path where path = 'tags')", "string_set", "belong to a field that is not there")]
    [InlineData("delete from attribute where path_id = (select id from path where path = 'train/loss')", "float_chunk", "belong to a field that is not there")]
    [InlineData("delete from attribute where object_id = 2 and path_id = (select id from path where path = 'sys/state')", "{run}", "has no sys/state")]
    [InlineData("update project set last_object_id = 1", "local/classification", "the number of another one")]
    public void What_is_wrong_is_found(string damage, string where, string what)
    {
        Execute(damage);

        Assert.Contains(Flaws(), flaw => flaw.Where == where.Replace("{run}", Run.SysId, StringComparison.Ordinal) && flaw.What.Contains(what, StringComparison.Ordinal) && !flaw.IsMended);
    }

    [Theory]
    [InlineData("update float_chunk set min = 7, mean = 3, last_value = 9 where first_step in (0, 1024)")]
    [InlineData("update string_chunk set text_bytes = 1, last_time = 3")]
    [InlineData("update attribute set max = 99, count = 3, last = 4, mean = 7, variance = 1 where max is not null")]
    [InlineData("insert into string_set (project_id, object_id, path_id, value) values (1, 4711, 1, 'x')")]
    [InlineData("delete from attribute where path_id = (select id from path where path = 'tags')")]
    [InlineData("update project set last_object_id = 1")]
    public void What_can_be_mended_is_mended(string damage)
    {
        Execute(damage);

        Assert.All(Flaws(repair: true), flaw => Assert.True(flaw.IsMended, flaw.What));

        Assert.Empty(Flaws());
        Assert.Equal(3000, Store.ReadFloats(Run.Uid, "train/loss").Count);
        Assert.Equal((3000L, 1.0), Store.ReadField(Run.Uid, "train/loss")!.Series is { } series ? (series.Count, series.Max!.Value) : default);
        Assert.Equal(1500, Store.ReadStrings(Run.Uid, "log").Count);
        Assert.Equal(Run.Id + 1, NewRun().Id);
    }

    [Fact]
    public void What_the_writer_of_another_process_remembers_of_a_mended_series_is_forgotten()
    {
        Execute("update attribute set count = 3, last_step = 2 where max is not null");
        using (var other = OpenAnother())
            other.Verify(repair: true, new VerifiedStore(), _ => { });

        Store.Apply(Run.Uid, [Points.Curve("train/loss", 3000, 10, step => step)]);

        Assert.Empty(Flaws());
        Assert.Equal(3010, Store.ReadField(Run.Uid, "train/loss")!.Series!.Count);
    }

    [Fact]
    public void A_content_that_is_damaged_or_missing_is_named_with_who_has_it()
    {
        Overwrite("weights", "weighTs");
        Overwrite("picture", null);

        var flaws = Flaws(repair: true);

        Assert.Contains(flaws, flaw => flaw is { Mend: null } && flaw.What.StartsWith($"is damaged; it belongs to {Run.SysId} model.", StringComparison.Ordinal));
        Assert.Contains(flaws, flaw => flaw is { Mend: null } && flaw.What.StartsWith($"is missing; it belongs to {Run.SysId} pictures.", StringComparison.Ordinal));
        Import("weights");
        Import("picture");
        Assert.Empty(Flaws());
    }

    [Fact]
    public void A_content_that_belongs_to_nobody_goes_with_the_next_clean_up()
    {
        Import("stray");
        Assert.Contains("1 contents belong to no field", Assert.Single(Flaws()).What, StringComparison.Ordinal);

        Assert.True(Assert.Single(Flaws(repair: true)).IsMended);

        Assert.Empty(Flaws());
        Store.Sweep(DateTimeOffset.UtcNow.AddHours(2));
        Assert.DoesNotContain("stray", Contents());
        Assert.Contains("weights", Contents());
    }

    private List<Flaw> Flaws(bool repair = false, VerifiedStore? verified = null)
    {
        var flaws = new List<Flaw>();
        Store.Verify(repair, verified ?? new VerifiedStore(), flaws.Add);
        return flaws;
    }

    private FileContent Import(string text) => Store.Blobs.Import(new MemoryStream(Encoding.UTF8.GetBytes(text)), "txt");

    private IEnumerable<string> Contents() => Store.Blobs.List().Select(sha256 =>
    {
        using var reader = new StreamReader(Store.Blobs.OpenRead(sha256));
        return reader.ReadToEnd();
    });

    private void Overwrite(string content, string? with)
    {
        var file = Directory.GetFiles(Path.Combine(Store.Folder, "files"), "*", SearchOption.AllDirectories).Single(path => File.ReadAllText(path) == content);
        if (with is null)
            File.Delete(file);
        else
            File.WriteAllText(file, with);
    }
}
