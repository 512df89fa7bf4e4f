namespace Neptune.Storage.Tests;

public sealed class DiskTests
{
    [Fact]
    public void A_store_on_a_read_only_disk_can_be_read()
    {
        using var disk = SmallDisk.Mount(megabytes: 16);
        var run = CreateRun(disk, out _);
        disk.MakeReadOnly();

        using var store = Store.Open(new(disk.Folder) { ReadOnly = true });

        Assert.Equal([run], store.List(ObjectKind.Run));
        Assert.Throws<NeptuneStoreException>(() => Store.Open(new(disk.Folder)));
        Assert.Throws<NeptuneStoreException>(() => Store.Open(new(Path.Combine(disk.Path, "other"))));
    }

    [Fact]
    public void A_full_disk_is_an_error_and_the_store_goes_on_when_there_is_room_again()
    {
        using var disk = SmallDisk.Mount(megabytes: 8);
        var run = CreateRun(disk, out _);
        using var store = Store.Open(new(disk.Folder));
        var ballast = Fill(disk, leave: 64 * 1024);

        Assert.Throws<NeptuneDiskFullException>(() => Log(store, run, 200_000));
        File.Delete(ballast);
        Log(store, run, 1000);

        Assert.Equal(1000, store.ReadFloats(run.Uid, "loss").Count);
        Assert.Equal(1000, store.ReadField(run.Uid, "loss")!.Series!.Count);
    }

    [Fact]
    public void A_file_that_finds_no_room_leaves_nothing_behind()
    {
        using var disk = SmallDisk.Mount(megabytes: 8);
        CreateRun(disk, out var folder);
        using var store = Store.Open(new(folder));

        Assert.Throws<NeptuneDiskFullException>(() => store.Blobs.Import(new MemoryStream(new byte[16 << 20]), "bin"));

        Assert.Empty(Directory.GetFiles(Path.Combine(folder, "files"), "*", SearchOption.AllDirectories));
    }

    private static void Log(Store store, ObjectRecord run, int count)
    {
        var random = new Random(1);
        Assert.Empty(store.Apply(run.Uid, [Points.Curve("loss", 0, count, _ => random.NextDouble())]).Errors);
    }

    private static string Fill(SmallDisk disk, long leave)
    {
        var ballast = Path.Combine(disk.Path, "ballast");
        File.WriteAllBytes(ballast, new byte[new DriveInfo(disk.Path).AvailableFreeSpace - leave]);
        return ballast;
    }

    private static ObjectRecord CreateRun(SmallDisk disk, out string folder)
    {
        folder = disk.Folder;
        using var store = Store.Open(new(folder));
        var project = store.EnsureProject(new("local", "classification"), "ada", DateTimeOffset.UtcNow);
        return store.CreateRun(project, null, "ada", DateTimeOffset.UtcNow).Record;
    }
}
