using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Neptune.Backends;
using Neptune.Core;
using Neptune.Pumping;
using Neptune.Storage;
using Neptune.TestChild;

namespace Neptune.Tests.Crash;

public sealed class FileCrashTests
{
    private const int Kills = 50;

    [Fact]
    public void Files_that_were_logged_before_a_kill_are_there_exactly_once_and_those_that_were_replaced_are_not()
    {
        using var temporary = new TemporaryStore();
        temporary.PrepareForCrashes();
        var random = new Random(5);
        var cutShort = 0;

        for (var kill = 0; kill < Kills; kill++)
        {
            var name = $"kill-{kill}";
            using var witness = new Witness(Path.Combine(temporary.Home, name));
            using (var child = Child.Start(temporary.Home, "log-files-until-killed", Path.Combine(temporary.Home, name)))
            {
                SpinWait.SpinUntil(() => witness[LogUntilKilled.ReadySlot] == 1 || child.HasExited);
                Assert.False(child.HasExited, child.HasExited ? child.WaitForEnd().Errors : "");
                var wait = random.Next(0, 60);
                SpinWait.SpinUntil(() => witness[LogFilesUntilKilled.Images] >= wait, TimeSpan.FromMilliseconds(random.Next(1, 400)));
                child.Kill();
            }
            cutShort += Directory.EnumerateFiles(temporary.Journals, "*.part", SearchOption.AllDirectories).Any() ? 1 : 0;
            CheckAll(temporary, name, witness);
        }
        Assert.True(cutShort > 0, "No upload was cut short.");
        Assert.Empty(Directory.GetDirectories(temporary.Journals));
        CheckNothingIsLeft(temporary);
    }

    private static void CheckAll(TemporaryStore temporary, string name, Witness witness)
    {
        using (var backend = new EmbeddedBackend(temporary.Folder, readOnly: false))
            JournalRecovery.Recover(backend, NullLogger.Instance);

        using var store = temporary.Open();
        var run = store.List(ObjectKind.Run).Single(r => r.CustomId == name).Uid;
        var images = store.ReadField(run, "images") is null ? [] : store.ReadFilePoints(run, "images");
        Assert.Equal(Counted(images.Count), images.Select(image => image.Step));
        Check(witness[LogFilesUntilKilled.Images], [.. images.Select(image => Text(store, image.Content))], name, "images");
        Check(witness[LogFilesUntilKilled.SetFiles], store.ReadField(run, "set") is null ? [] : [.. InOrder(store.ReadFileSet(run, "set"), file => file.Name).Select(file => Text(store, file.Content))], name, "files of the set");
        Check(witness[LogFilesUntilKilled.Tracked], store.ReadField(run, "artifact") is null ? [] : [.. InOrder(store.ReadArtifact(run, "artifact"), file => file.Path).Select(Tracked)], name, "tracked files");

        if (witness[LogFilesUntilKilled.Checkpoints] is > 0 and var written)
            Assert.Contains(Text(store, store.ReadField(run, "checkpoint")!.File!), new[] { LogFilesUntilKilled.Text(name, written - 1), LogFilesUntilKilled.Text(name, written) });
        for (var i = 0; i < witness[LogFilesUntilKilled.LargeFiles]; i++)
            CheckLarge(store, run, i);
    }

    private static void CheckLarge(Store store, Guid run, int number)
    {
        using var stream = store.Blobs.OpenRead(store.ReadField(run, $"large/{number}")!.File!.Sha256);

        Assert.Equal(SHA256.HashData(LogFilesUntilKilled.Large(number)), SHA256.HashData(stream));
    }

    /// <summary>All that had returned, in order, and at most the one call more that was under way.</summary>
    private static void Check(long returned, List<string> found, string name, string what)
    {
        Assert.True(found.Count == returned || found.Count == returned + 1, $"{returned} calls had returned and {found.Count} {what} are there.");
        Assert.Equal(Enumerable.Range(0, found.Count).Select(i => LogFilesUntilKilled.Text(name, i)), found);
    }

    /// <summary>Every content that is in the folder of files is in use.</summary>
    private static void CheckNothingIsLeft(TemporaryStore temporary)
    {
        using var store = temporary.Open();
        store.Sweep(DateTimeOffset.UtcNow.AddHours(2));
        var used = store.List(ObjectKind.Run).SelectMany(run => store.ReadFields(run.Uid).SelectMany(field => Contents(store, run.Uid, field))).ToHashSet();

        var there = Directory.EnumerateFiles(Path.Combine(temporary.Folder, "files"), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetFileName(Path.GetDirectoryName(file)) + Path.GetFileName(file));
        Assert.Equal(used.Order(StringComparer.Ordinal), there.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Contents(Store store, Guid run, StoredField field) => field.Type switch
    {
        FieldType.File => [field.File!.Sha256],
        FieldType.FileSeries => store.ReadFilePoints(run, field.Path).Select(point => point.Content.Sha256),
        FieldType.FileSet => store.ReadFileSet(run, field.Path).Select(file => file.Content.Sha256),
        _ => [],
    };

    private static string Text(Store store, FileContent content)
    {
        using var reader = new StreamReader(store.Blobs.OpenRead(content.Sha256));
        return reader.ReadToEnd();
    }

    private static string Tracked(ArtifactFile file)
    {
        var path = TrackedLocation.LocalPathOf(file)!;
        using (var content = File.OpenRead(path))
            Assert.Equal(TrackedLocation.HashOf(content), file.Hash);
        return File.ReadAllText(path);
    }

    private static IEnumerable<T> InOrder<T>(IEnumerable<T> files, Func<T, string> name) => files.OrderBy(file => int.Parse(name(file)[(name(file).LastIndexOf('-') + 1)..]));

    private static IEnumerable<double> Counted(int count) => Enumerable.Range(0, count).Select(i => (double)i);
}
