using System.Text;
using Neptune.Backends;
using Neptune.Journal;
using Neptune.Pumping;
using Neptune.Storage;

namespace Neptune.Tests.Disk;

/// <summary>A journal of three segments of which something is lost before anybody has applied it: what a crash of the machine or a bad copy leaves.</summary>
public sealed class JournalDamageTests : IDisposable
{
    private const int Points = 400_000;
    private const int HeaderSize = 64;

    /// <summary>Where a segment says that another one follows, which no check word covers: it is written later.</summary>
    private static readonly int[] NextOffsets = [.. Enumerable.Range(40, 8)];

    private readonly TemporaryStore store = new();
    private readonly CollectingLogger log = new();

    public JournalDamageTests()
    {
        using (var run = store.Run(ConnectionMode.Offline))
        {
            run["params/lr"] = 0.5;
            run["loss"].Extend(Enumerable.Range(0, Points).Select(i => (double)i));
            run["model"].Upload(NeptuneFile.FromText("weights", "bin"));
        }
        Journal = Assert.Single(Directory.GetDirectories(OfflineBackend.RootOf(store.Folder)));
    }

    private string Journal { get; }

    private JournalEntry Entry => JournalEntry.Of(Journal);

    [Fact]
    public void Whatever_character_of_the_description_is_wrong_the_segments_know_better()
    {
        var file = Path.Combine(Journal, "journal.json");
        var json = File.ReadAllBytes(file);
        var (before, size) = (JournalInfo.Read(Journal), json.Length);

        for (var at = 0; at < size; at++)
        {
            var wrong = (byte[])json.Clone();
            wrong[at] = wrong[at] == (byte)'7' ? (byte)'8' : (byte)'7';
            File.WriteAllBytes(file, wrong);
            Assert.Equal((JournalState.Free, before), (Entry.State, Entry.Info));
        }
        Assert.Null(Assert.Single(Sync()).Missing);
        Assert.Equal(Points, Losses().Length);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    public void Without_a_description_the_segments_are_enough(string? json)
    {
        var file = Path.Combine(Journal, "journal.json");
        File.Delete(file);
        if (json is not null)
            File.WriteAllText(file, json);

        Assert.Equal(JournalState.Free, Entry.State);
        Assert.Null(Assert.Single(Sync()).Missing);

        Assert.Equal(Points, Losses().Length);
        Assert.False(Directory.Exists(Journal));
        Assert.All(log.Messages, message => Assert.StartsWith("Recovered ", message));
    }

    [Theory]
    [InlineData(1, Cut.Removed, "its beginning is missing, bytes 0 to ")]
    [InlineData(1, Cut.Emptied, "its beginning is missing, bytes 0 to ")]
    [InlineData(1, Cut.Halved, "segment 1 is cut, ")]
    [InlineData(2, Cut.Removed, "segment 2 is missing")]
    [InlineData(2, Cut.Emptied, "segment 2 is missing")]
    [InlineData(2, Cut.Halved, "segment 2 is cut, ")]
    [InlineData(3, Cut.Removed, "its end is missing, segment 3 and what followed")]
    [InlineData(3, Cut.Emptied, "its end is missing, segment 3 and what followed")]
    [InlineData(3, Cut.Halved, "segment 3 is cut, ")]
    public void What_is_left_is_recovered_and_the_journal_is_kept_with_what_is_missing(int sequence, Cut cut, string missing)
    {
        Damage(sequence, cut);

        var recovered = Assert.Single(Sync());

        Assert.Contains(missing, recovered.Missing);
        Assert.Contains(log.Messages, message => message.Contains(missing) && message.Contains(Journal) && message.Contains("until `neptune clear`"));
        Assert.Equal((JournalState.SetAside, true), (Entry.State, Entry.Note!.Applied));
        Assert.Contains(missing, Entry.Note.Reason);
        var losses = Losses();
        Assert.InRange(losses.Length, 10_000, Points - 1);
        Assert.Equal(losses.Distinct().Count(), losses.Length);
        Assert.Empty(Sync());
        Assert.True(Directory.Exists(Journal));
    }

    [Fact]
    public void A_journal_that_lost_all_segments_is_damaged_and_not_empty()
    {
        foreach (var segment in Directory.GetFiles(Journal, "*.segment"))
            File.Delete(segment);

        Assert.Contains("no segment is left", Assert.Single(Sync()).Missing);

        Assert.Equal(JournalState.SetAside, Entry.State);
    }

    [Fact]
    public void A_journal_that_does_not_say_whose_it_is_is_kept_and_never_called_done()
    {
        File.Delete(Path.Combine(Journal, "journal.json"));
        foreach (var segment in Directory.GetFiles(Journal, "*.segment"))
            Overwrite(segment, at: HeaderSize, "no info here"u8);
        Directory.SetCreationTimeUtc(Journal, DateTime.UtcNow.AddDays(-1));

        Assert.Empty(Sync());

        Assert.Equal((JournalState.Unreadable, false), (Entry.State, Entry.Note!.Applied));
        Assert.Contains(log.Messages, message => message.Contains("NOT in the store") && message.Contains(Journal));
        Assert.NotEmpty(Directory.GetFiles(Journal, "*.segment"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_byte_of_a_header_is_wrong_it_is_named_and_nothing_else_is_missing(int sequence)
    {
        var segment = SegmentOf(sequence);
        var bytes = File.ReadAllBytes(segment);
        var before = JournalSegments.Look(Journal).Found;

        foreach (var at in Enumerable.Range(0, HeaderSize).Except(NextOffsets))
        {
            Overwrite(segment, at, (byte)~bytes[at]);
            var now = JournalSegments.Look(Journal);
            Assert.Equal(before, now.Found);
            Assert.Contains($"The header of {segment} is damaged", Assert.Single(now.Faults));
            Overwrite(segment, at, bytes[at]);
        }
        foreach (var at in NextOffsets)
        {
            Overwrite(segment, at, (byte)~bytes[at]);
            Assert.Equal(before.Select(found => found.Header with { HasNext = true }), JournalSegments.Look(Journal).Found.Select(found => found.Header with { HasNext = true }));
            Overwrite(segment, at, bytes[at]);
        }
    }

    [Theory]
    [InlineData(16, "damaged!", 2)]
    [InlineData(0, HeaderSize, 1)]
    [InlineData(0, HeaderSize, 2)]
    [InlineData(0, HeaderSize, 3)]
    [InlineData(0, HeaderSize, 1, 2, 3)]
    [InlineData(0, null, 1)]
    [InlineData(0, null, 2, 3)]
    [InlineData(0, null, 1, 2, 3)]
    public void Records_behind_headers_that_are_gone_are_recovered_and_the_journal_is_kept(int at, object? what, params int[] sequences)
    {
        var segments = sequences.Select(SegmentOf).ToList();
        var length = what as int? ?? JournalSegments.Look(Journal).Found[0].Header.DataOffset;
        foreach (var segment in segments)
            Overwrite(segment, at, Encoding.UTF8.GetBytes(what as string ?? new string('x', length)));

        var missing = Assert.Single(Sync()).Missing!;

        Assert.All(segments, segment => Assert.Contains($"The header of {segment} is damaged", missing));
        Assert.DoesNotContain("missing", missing);
        Assert.DoesNotContain("bytes of records", missing);
        Assert.Equal((JournalState.SetAside, true), (Entry.State, Entry.Note!.Applied));
        Assert.Equal(Points, Losses().Length);
    }

    [Fact]
    public void Records_of_which_nobody_knows_where_in_the_journal_they_were_are_not_taken()
    {
        var (first, second, last) = (SegmentOf(1), SegmentOf(2), SegmentOf(3));
        File.Delete(first);
        File.Delete(second);
        Overwrite(last, at: 0, Encoding.UTF8.GetBytes(new string('x', HeaderSize)));

        var missing = Assert.Single(Sync()).Missing;

        Assert.Contains($"The header of {last} is damaged, so its records cannot be checked", missing);
        Assert.Equal((JournalState.SetAside, false), (Entry.State, Entry.Note!.Applied));
    }

    [Fact]
    public void A_folder_in_which_nothing_was_ever_written_is_nobodys_journal()
    {
        var root = OfflineBackend.RootOf(store.Folder);
        var empty = Directory.CreateDirectory(Path.Combine(root, Guid.NewGuid().ToString("N"))).FullName;
        using (var spare = Segment.Allocate(Path.Combine(empty, "000001.segment"), JournalFormat.FirstSegmentSize))
            Assert.Equal(JournalState.Empty, JournalEntry.Of(empty).State);

        JournalFolder.RemoveLeftovers(root, _ => { });
        Assert.True(Directory.Exists(empty), "Its process may be making it.");
        Directory.SetCreationTimeUtc(empty, DateTime.UtcNow.AddHours(-2));
        JournalFolder.RemoveLeftovers(root, _ => { });

        Assert.False(Directory.Exists(empty));
        Assert.True(Directory.Exists(Journal));
    }

    public void Dispose() => store.Dispose();

    private void Damage(int sequence, Cut cut)
    {
        var path = SegmentOf(sequence);
        if (cut == Cut.Removed)
        {
            File.Delete(path);
            return;
        }
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write);
        // The last segment is mostly room for what was never written.
        var used = sequence == 3 ? 2 << 20 : file.Length;
        file.SetLength(cut == Cut.Emptied ? 0 : used / 2);
    }

    private string SegmentOf(int sequence) => JournalSegments.Look(Journal).Found.Single(segment => segment.Header.Sequence == sequence).Path;

    private static void Overwrite(string path, int at, params ReadOnlySpan<byte> bytes)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write);
        file.Position = at;
        file.Write(bytes);
    }

    private List<RecoveredJournal> Sync()
    {
        var recovered = new List<RecoveredJournal>();
        using var backend = new EmbeddedBackend(store.Folder, readOnly: false);
        OfflineSync.Run(backend, log, progress: (journal, _) => recovered.Add(journal));
        return recovered;
    }

    private double[] Losses()
    {
        using var run = store.ReadOnly("CLS-1");
        return [.. run["loss"].FetchValues<double>().Values.ToArray()];
    }

    public enum Cut
    {
        Removed,
        Emptied,
        Halved,
    }
}
