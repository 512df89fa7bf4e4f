using CsCheck;
using Neptune.Core;
using Neptune.Journal;

namespace Neptune.Tests.Journal;

public sealed class JournalRoundTripTests : IDisposable
{
    private static readonly Gen<string> AnyPath = Gen.String[Gen.Char['a', 'z'], 1, 12];

    private static readonly Gen<double> AnyDouble = Gen.OneOf(Gen.Double, Gen.Const(double.NaN), Gen.Const(double.PositiveInfinity), Gen.Const(double.NegativeInfinity), Gen.Const(-0.0), Gen.Const(double.Epsilon));

    private static readonly Gen<double> AnyStep = Gen.OneOf(Gen.Double[-1e9, 1e9], Gen.Const(FloatPoints.NextStep));

    private static readonly Gen<string?> TextOrNull = Gen.OneOf(Gen.Const((string?)null), Texts(20).Select(text => (string?)text));

    private static readonly Gen<FileContent> AnyContent = Gen.Select(Gen.Long[0, long.MaxValue], Texts(5), (size, e) => new FileContent(new string('b', 64), size, e));

    private static readonly Gen<DateTimeOffset> AnyTime = Gen.Long[0, DateTime.MaxValue.Ticks].Select(ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    private static readonly Gen<ArtifactFile> AnyArtifactFile = Gen.Select(
        Texts(20), Gen.Long[-1, long.MaxValue], AnyTime, Gen.Bool, Gen.Bool,
        (text, size, time, hasTime, isLocal) => new ArtifactFile(text, "h" + text, size < 0 ? null : size, hasTime ? time : null, "l" + text, isLocal ? ArtifactFileType.Local : ArtifactFileType.S3));

    private static readonly Gen<Operation> AnyOperation = Gen.OneOf<Operation>(
        Gen.Select(AnyPath, Gen.Long, (p, v) => (Operation)new AssignOperation(p, ScalarValue.Int(v))),
        Gen.Select(AnyPath, AnyDouble, (p, v) => (Operation)new AssignOperation(p, ScalarValue.Float(v))),
        Gen.Select(AnyPath, Gen.Bool, (p, v) => (Operation)new AssignOperation(p, ScalarValue.Bool(v))),
        Gen.Select(AnyPath, Texts(5000), (p, v) => (Operation)new AssignOperation(p, ScalarValue.String(v))),
        Gen.Select(AnyPath, Gen.Long[0, DateTime.MaxValue.Ticks], (p, v) => (Operation)new AssignOperation(p, ScalarValue.DatetimeTicks(v))),
        Gen.Select(AnyPath, Gen.Long[0, long.MaxValue], Texts(5), (p, size, e) => (Operation)new AssignFileOperation(p, new FileContent(new string('a', 64), size, e))),
        Gen.Select(AnyPath, Gen.Select(AnyStep, AnyDouble, Gen.Long).List[0, 300], (p, points) => (Operation)new AppendFloatsOperation(p, Floats(points))),
        Gen.Select(AnyPath, Gen.Select(AnyStep, Texts(50), Gen.Long).List[0, 50], (p, points) => (Operation)new AppendStringsOperation(p, [.. points.Select(t => new StringPoint(t.Item1, t.Item2, t.Item3))])),
        Gen.Select(AnyPath, Texts(20).List[0, 20], (p, v) => (Operation)new AddStringsOperation(p, v)),
        Gen.Select(AnyPath, Texts(20).List[0, 20], (p, v) => (Operation)new RemoveStringsOperation(p, v)),
        Gen.Select(AnyPath, Gen.Select(AnyStep, AnyContent, Gen.Long, TextOrNull, TextOrNull).List[0, 20], (p, points) => (Operation)new AppendFilesOperation(p, [.. points.Select(t => new FilePoint(t.Item1, t.Item2, t.Item3, t.Item4, t.Item5))])),
        Gen.Select(AnyPath, Gen.Select(Texts(20), AnyContent, Gen.Long).List[0, 20], Gen.Bool, (p, files, replace) => (Operation)new AddFilesOperation(p, [.. files.Select(t => new SetFile(t.Item1, t.Item2, t.Item3))], replace)),
        Gen.Select(AnyPath, Texts(20).List[0, 20], (p, v) => (Operation)new RemoveFilesOperation(p, v)),
        Gen.Select(AnyPath, AnyArtifactFile.List[0, 20], Gen.Bool, (p, files, replace) => (Operation)new TrackFilesOperation(p, files, replace)),
        Gen.Select(AnyPath, Gen.Select(Texts(50), AnyTime, TextOrNull, Texts(20).List[0, 3], Gen.Bool), (p, g) => (Operation)new AssignGitRefOperation(p, new GitRefInfo("c" + g.Item1, g.Item1, "n" + g.Item1, "e" + g.Item1, g.Item2, g.Item3, g.Item4, g.Item5))),
        AnyPath.Select(p => (Operation)new ClearOperation(p)),
        AnyPath.Select(p => (Operation)new DeleteOperation(p)));

    private readonly JournalOnDisk journal = new();

    [Fact]
    public void Every_operation_is_read_back_as_it_was_written()
    {
        AnyOperation.Sample(operation =>
        {
            var (kind, payload) = RecordPayload.Of(operation);

            var read = RecordReader.Read(kind, payload.Bytes);

            Assert.Equal(Shown(operation), Shown(read));
        });
    }

    [Fact]
    public void Any_bytes_are_read_as_an_operation_or_refused_with_a_typed_error()
    {
        Gen.Select(Gen.Int[0, 25], Gen.Byte.Array[0, 200]).Sample((kind, bytes) =>
        {
            try
            {
                Assert.NotNull(RecordReader.Read((RecordKind)kind, bytes));
            }
            catch (NeptuneCorruptDataException)
            {
                // The typed error is the other allowed answer.
            }
        });
    }

    [Fact]
    public void A_journal_over_several_segments_gives_back_every_record_in_order()
    {
        Gen.Select(AnyOperation.List[1, 40], Gen.Int[0, 60_000]).Sample(
            (operations, points) =>
            {
                using var fresh = new JournalOnDisk();
                var slot = fresh.Writer.DefineSeries("series");
                for (var i = 0; i < points; i++)
                    Assert.Equal(AppendResult.Written, fresh.Writer.AppendPoint(slot, i, -(double)i, i));
                operations.ForEach(fresh.Write);

                var read = fresh.ReadAsAfterACrash();

                var expected = JournalOnDisk.Gathered([new AppendFloatsOperation("series", Floats([.. Enumerable.Range(0, points).Select(i => ((double)i, -(double)i, (long)i))])), .. operations]);
                Assert.Equal(expected.Select(Shown), read.Operations.Select(Shown));
                Assert.Equal(0, read.DamagedBytes);
            },
            iter: 40);
    }

    [Fact]
    public void A_text_longer_than_the_largest_segment_has_a_segment_of_its_own()
    {
        var text = new string('x', JournalFormat.LargestSegmentSize + 10);

        journal.Write(new AssignOperation("before", ScalarValue.Int(1)));
        journal.Write(new AssignOperation("long", ScalarValue.String(text)));
        journal.Write(new AssignOperation("after", ScalarValue.Int(2)));

        Assert.Equal(["before", "long", "after"], journal.ReadAsAfterACrash().Operations.Select(o => o.Path));
        Assert.Equal(text, ((AssignOperation)journal.ReadAsAfterACrash().Operations[1]).Value.Text);
    }

    [Fact]
    public void A_record_that_was_cut_off_ends_the_journal_and_what_was_before_is_read()
    {
        for (var i = 0; i < 100; i++)
            journal.Write(new AssignOperation($"f{i}", ScalarValue.Int(i)));
        var end = (int)journal.Writer.Committed + journal.DataOffset;

        journal.Overwrite(end - 24, new byte[24]);

        Assert.Equal(Enumerable.Range(0, 99).Select(i => $"f{i}"), journal.ReadAsAfterACrash().Operations.Select(o => o.Path));
    }

    [Fact]
    public void One_flipped_bit_costs_one_record_and_is_reported()
    {
        var random = new Random(7);
        for (var i = 0; i < 100; i++)
            journal.Write(new AssignOperation($"field{i:D3}", ScalarValue.Int(i)));
        var recordSize = (int)journal.Writer.Committed / 100;

        for (var trial = 0; trial < 200; trial++)
        {
            var at = journal.DataOffset + random.Next(99 * recordSize);
            journal.FlipBit(at, random.Next(8));
            var read = journal.ReadAsAfterACrash();
            journal.FlipBit(at, 0, restore: true);

            Assert.Equal(99, read.Operations.Count);
            Assert.Equal(recordSize, read.DamagedBytes);
        }
    }

    [Fact]
    public void Damage_in_what_the_store_has_already_costs_nothing()
    {
        for (var i = 0; i < 100; i++)
            journal.Write(new AssignOperation($"field{i:D3}", ScalarValue.Int(i)));
        var recordSize = (int)journal.Writer.Committed / 100;

        journal.Overwrite(journal.DataOffset + (10 * recordSize), new byte[recordSize]);
        var read = journal.ReadAsAfterACrash(from: 50 * recordSize);

        Assert.Equal((50, 0L), (read.Operations.Count, read.DamagedBytes));
    }

    [Fact]
    public void What_an_earlier_life_of_a_recycled_segment_left_is_not_read_again()
    {
        journal.Write(new AssignOperation("old", ScalarValue.Int(1)));
        journal.Write(new AssignOperation("older", ScalarValue.Int(2)));

        journal.Writer.First.Retire();
        journal.Writer.First.Activate(SegmentHeader.Template(journal.Info), journal.Info.Journal, sequence: 2, start: 4096);

        Assert.Empty(journal.ReadAsAfterACrash().Operations);
    }

    [Fact]
    public void Two_threads_on_one_journal_lose_nothing()
    {
        const int Each = 200_000;
        var slots = new[] { journal.Writer.DefineSeries("a"), journal.Writer.DefineSeries("b") };

        Parallel.For(0, 2, thread =>
        {
            for (var i = 0; i < Each; i++)
                journal.Writer.AppendPoint(slots[thread], i, i, i);
        });

        var read = journal.ReadAsAfterACrash().Operations.Cast<AppendFloatsOperation>().ToDictionary(o => o.Path, o => o.Points);
        Assert.Equal(Enumerable.Range(0, Each).Select(i => (double)i), read["a"].Values.ToArray());
        Assert.Equal(Enumerable.Range(0, Each).Select(i => (double)i), read["b"].Values.ToArray());
    }

    [Fact]
    public void Every_kind_of_record_is_known_to_the_reader() => Assert.Equal(JournalFormat.HighestKind, Enum.GetValues<RecordKind>().Max());

    [Fact]
    public void A_closed_journal_refuses_records()
    {
        var slot = journal.Writer.DefineSeries("a");

        journal.Writer.Close();

        Assert.Equal(AppendResult.Closed, journal.Writer.AppendPoint(slot, 1, 1, 1));
        Assert.Equal(AppendResult.Closed, journal.Writer.Append(RecordKind.Delete, RecordPayload.Of(new DeleteOperation("a")).Payload.Bytes));
    }

    public void Dispose() => journal.Dispose();

    private static Gen<string> Texts(int length) => Gen.String[Gen.Char['\u0020', '\ud000'], 0, length];

    private static FloatPoints Floats(List<(double Step, double Value, long Ticks)> points)
    {
        var floats = new FloatPoints(points.Count);
        foreach (var (step, value, ticks) in points)
            floats.Add(step, value, ticks);
        return floats;
    }

    /// <summary>Everything an operation says, doubles by their bits.</summary>
    private static string Shown(Operation operation) => operation switch
    {
        AssignOperation o => $"{o.Path} {o.Value.Type} {o.Value.Whole} {BitConverter.DoubleToInt64Bits(o.Value.Real)} {o.Value.Text}",
        AppendFloatsOperation o => $"{o.Path} {string.Join(';', Enumerable.Range(0, o.Points.Count).Select(i => $"{BitConverter.DoubleToInt64Bits(o.Points.Steps[i])},{BitConverter.DoubleToInt64Bits(o.Points.Values[i])},{o.Points.Times[i]}"))}",
        AppendStringsOperation o => $"{o.Path} {string.Join(';', o.Points)}",
        AddStringsOperation o => $"{o.Path} + {string.Join('|', o.Values)}",
        RemoveStringsOperation o => $"{o.Path} - {string.Join('|', o.Values)}",
        AppendFilesOperation o => $"{o.Path} {string.Join(';', o.Points)}",
        AddFilesOperation o => $"{o.Path} {o.Replace} {string.Join(';', o.Files)}",
        RemoveFilesOperation o => $"{o.Path} -files {string.Join('|', o.Names)}",
        TrackFilesOperation o => $"{o.Path} {o.Replace} {string.Join(';', o.Files)}",
        AssignGitRefOperation o => $"{o.Path} {o.Value} {string.Join('|', o.Value.Remotes)}".Replace(o.Value.Remotes.ToString()!, "", StringComparison.Ordinal),
        _ => operation.ToString(),
    };
}
