using static Neptune.Storage.Tests.Points;

namespace Neptune.Storage.Tests;

/// <summary>How the changes of a project are numbered, for those who watch it.</summary>
public abstract class ChangeSpecification : EngineTest
{
    private protected ChangeSpecification(TestEngine engine)
        : base(engine)
    {
    }

    [Fact]
    public void Each_kind_of_change_counts_once_in_its_transaction()
    {
        var content = Store.Blobs.Import(new MemoryStream([1, 2, 3]), "bin");
        Operation[] kinds =
        [
            new AssignOperation("s", ScalarValue.Int(1)),
            new AssignFileOperation("file", content),
            Floats("loss", (0, 1), (1, 2)),
            Strings("log", (0, "a")),
            new ClearOperation("loss"),
            new AddStringsOperation("sys/tags", ["a", "b"]),
            new RemoveStringsOperation("sys/tags", ["a"]),
            new AppendFilesOperation("files", [new(0, content, Start, null, null)]),
            new AddFilesOperation("set", [new("a", content, Start)], Replace: false),
            new RemoveFilesOperation("set", ["a"]),
            new TrackFilesOperation("data", [new("a", "0123", 1, Now, "file:///a", ArtifactFileType.Local)], Replace: true),
            new AssignGitRefOperation("git", new("c", "m", "n", "e", Now, null, [], Dirty: false)),
            new DeleteOperation("s"),
        ];

        Assert.Equal(typeof(Operation).Assembly.GetTypes().Count(type => type.IsSubclassOf(typeof(Operation))), kinds.Select(kind => kind.GetType()).Distinct().Count());
        foreach (var kind in kinds)
            RequireOne(() => Apply(kind), Run);
        RequireOne(() => Apply(new AssignOperation("a", ScalarValue.Int(1)), Floats("loss", (3, 1)), new AddStringsOperation("sys/tags", ["c"])), Run);
    }

    [Fact]
    public void New_objects_count()
    {
        var before = Latest;

        var run = NewRun();
        var model = Store.CreateModel(Project, "M", Owner, Now);
        var version = Store.CreateModelVersion(model, Owner, Now);

        Assert.Equal(before + 3, Latest);
        Assert.Equal([version.SysId, model.SysId, run.SysId], Changed(before));
    }

    [Fact]
    public void Trash_counts_for_each_object_and_deletion_counts_though_no_object_is_left_to_tell()
    {
        var other = NewRun();

        var before = Latest;
        Store.SetTrashed([Run.Uid, other.Uid], trashed: true);
        Assert.Equal((before + 2, 2), (Latest, Changed(before).Count));

        before = Latest;
        Store.Delete([other.Uid], Now);
        Assert.Equal(before + 1, Latest);
        Assert.Empty(Changed(before));

        RequireOne(() => Store.SetTrashed([Run.Uid], trashed: false), Run);
    }

    [Fact]
    public void Signs_of_life_do_not_count_but_a_change_of_the_state_does()
    {
        RequireOne(() => Store.Heartbeat(Run.Uid, Now, ObjectState.Running), Run);

        var before = Latest;
        for (var second = 1; second < 10; second++)
            Store.Heartbeat(Run.Uid, Now.AddSeconds(second), ObjectState.Running);
        Assert.Equal(before, Latest);

        RequireOne(() => Store.RecordLoss(Run.Uid), Run);
        RequireOne(() => Store.Heartbeat(Run.Uid, Now.AddSeconds(20), ObjectState.Finished), Run);
        before = Latest;
        Store.RecordLoss(Run.Uid);
        Store.Heartbeat(Run.Uid, Now.AddSeconds(30), ObjectState.Finished);
        Assert.Equal(before, Latest);
    }

    [Fact]
    public void What_is_undone_does_not_count()
    {
        var (before, other) = (Latest, NewRun());
        var after = Latest;

        Assert.Throws<NeptuneOptionsException>(() => Store.Delete([Run.Uid, other.Uid], Now));
        Store.SetTrashed([other.Uid], trashed: true);
        Assert.Throws<NeptuneOptionsException>(() => Store.Delete([other.Uid, Run.Uid], Now));
        Assert.Throws<NeptuneNotFoundException>(() => Store.SetTrashed([Run.Uid, Guid.NewGuid()], trashed: true));
        Store.Apply(Run.Uid, []);

        Assert.Equal((before + 1, after + 1), (after, Latest));
        Assert.Equal([other.SysId], Changed(after));
    }

    [Fact]
    public void A_stretch_of_a_journal_that_comes_again_does_not_count_again()
    {
        var mark = new JournalMark(Guid.NewGuid(), 0, 100);
        RequireOne(() => Store.Apply(Run.Uid, [Floats("loss", (null, 1))], mark), Run);

        var before = Latest;
        Assert.False(Store.Apply(Run.Uid, [Floats("loss", (null, 1))], mark).Applied);

        Assert.Equal(before, Latest);
    }

    [Fact]
    public void Projects_count_for_themselves()
    {
        var other = Store.EnsureProject(new("local", "other"), Owner, Now);
        var (before, beforeOther) = (Latest, LatestOf(other));

        Store.CreateRun(other, null, Owner, Now);

        Assert.Equal((before, beforeOther + 1), (Latest, LatestOf(other)));
        Assert.Empty(Changed(before));
        Store.DeleteProject(other, Now);
        Assert.Equal([Project.Name], Store.LatestChanges().Select(latest => latest.Project));
    }

    [Fact]
    public void Those_that_changed_last_come_first_and_no_more_than_asked_for()
    {
        var runs = Enumerable.Range(0, 5).Select(_ => NewRun()).ToList();
        var before = Latest;

        Store.Apply(runs[3].Uid, [new AssignOperation("x", ScalarValue.Int(1))]);
        Store.Apply(runs[1].Uid, [new AssignOperation("x", ScalarValue.Int(1))]);
        Store.Apply(runs[3].Uid, [new AssignOperation("x", ScalarValue.Int(2))]);

        Assert.Equal([runs[3].SysId, runs[1].SysId], Changed(before));
        Assert.Equal([runs[3].SysId], Store.ChangedSince(Project, before, 1));
    }

    [Fact]
    public void Several_openings_number_their_changes_together_without_a_gap()
    {
        using var other = OpenAnother();
        var before = Latest;

        Parallel.For(0, 60, new() { MaxDegreeOfParallelism = 6 }, i => (i % 2 == 0 ? Store : other).Apply(Run.Uid, [Floats("loss", (null, i))]));

        Assert.Equal(before + 60, Latest);
        Assert.Equal(before + 60, other.LatestChanges().Single().Change);
        Assert.Equal([Run.SysId], other.ChangedSince(Project, before, 10));
    }

    private long Latest => LatestOf(Project);

    private long LatestOf(ProjectRecord project) => Store.LatestChanges().Single(latest => latest.Project == project.Name).Change;

    private IReadOnlyList<string> Changed(long since) => Store.ChangedSince(Project, since, 100);

    private void RequireOne(Action change, ObjectRecord of)
    {
        var before = Latest;
        change();
        Assert.Equal(before + 1, Latest);
        Assert.Equal([of.SysId], Changed(before));
    }
}
