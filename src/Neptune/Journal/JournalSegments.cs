using System.Globalization;
using Neptune.Storage;

namespace Neptune.Journal;

/// <summary>The segments of a journal as they lie in its folder, in order, and what is wrong with them.</summary>
/// <param name="Found">Those in use, by their place in the journal.</param>
/// <param name="Faults">What is known to be missing or damaged, for people.</param>
/// <param name="Unread">How many there are besides, whose records nobody can check.</param>
internal sealed record JournalSegments(IReadOnlyList<(string Path, SegmentHeader Header)> Found, IReadOnlyList<string> Faults, int Unread)
{
    public const string Extension = ".segment";

    /// <summary>What the first segment that says so says about the journal.</summary>
    public JournalInfo? Info => Found.Select(segment => segment.Header.Info).FirstOrDefault(info => info is not null);

    /// <summary>Whether no segment was ever in use.</summary>
    public bool IsEmpty => Found.Count == 0 && Faults.Count == 0;

    /// <summary>Reads the headers of the segments in a folder.</summary>
    public static JournalSegments Look(string folder)
    {
        var found = new List<(string Path, SegmentHeader Header)>();
        var faults = new List<string>();
        var damaged = new List<DamagedSegment>();
        var unread = 0;
        foreach (var path in Files(folder))
        {
            try
            {
                if (SegmentHeader.Read(path, out var bytes) is { } header)
                    found.Add((path, header));
                else if (bytes is not null)
                    damaged.Add(new(path, bytes));
            }
            catch (NeptuneCorruptDataException e)
            {
                faults.Add(e.Message.TrimEnd('.'));
                unread++;
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                // Its process has just done with it.
            }
        }
        if (damaged.Count > 0)
            faults.AddRange(Rebuild(damaged, found, JournalInfo.Read(folder)));
        found.Sort((a, b) => a.Header.Sequence.CompareTo(b.Header.Sequence));
        return new(found, faults, unread + damaged.Count);
    }

    /// <summary>Maps the segments and links them.</summary>
    /// <returns>The first one; there must be one.</returns>
    public Segment Open()
    {
        List<Segment> segments = [.. Found.Select(found => Segment.OpenExisting(found.Path, found.Header))];
        for (var i = 1; i < segments.Count; i++)
            segments[i - 1].Next = segments[i];
        return segments[0];
    }

    /// <summary>What is missing when the store has the journal up to a position and no process writes to it any more.</summary>
    /// <param name="info">What the journal says of itself.</param>
    /// <param name="applied">The position.</param>
    public IEnumerable<string> Missing(JournalInfo info, long applied)
    {
        if (Found is not [var first, ..])
            return info.Format > 1 ? [Text($"no segment is left, so whatever was logged after byte {applied:N0} is lost")] : [];
        return [.. Beginning(first.Header, applied), .. Gaps(), .. Found.Select(Cut).OfType<string>(), .. End()];
    }

    /// <summary>Adds to the segments that were found those whose header can be had from the rest of the journal; each one may help with the next.</summary>
    private static List<string> Rebuild(List<DamagedSegment> damaged, List<(string Path, SegmentHeader Header)> found, JournalInfo? info)
    {
        var faults = new List<string>();
        while (damaged.RemoveAll(IsRebuilt) > 0)
        {
        }
        return [.. faults, .. damaged.Select(segment => $"The header of {segment.Path} is damaged, so its records cannot be checked")];

        bool IsRebuilt(DamagedSegment segment)
        {
            if (!File.Exists(segment.Path) || segment.Rebuild(found, info) is not { } header)
                return false;
            found.Add((segment.Path, header));
            faults.Add($"The header of {segment.Path} is damaged; its records were checked without it");
            return true;
        }
    }

    private static string[] Files(string folder)
    {
        try
        {
            return Directory.GetFiles(folder, "*" + Extension);
        }
        catch (DirectoryNotFoundException)
        {
            // Somebody has just finished the journal.
            return [];
        }
    }

    private static IEnumerable<string> Beginning(SegmentHeader first, long applied) =>
        first.Start > applied ? [Text($"its beginning is missing, bytes {applied:N0} to {first.Start:N0}")] : [];

    private IEnumerable<string> Gaps() =>
        Found.Zip(Found.Skip(1)).Where(pair => pair.Second.Header.Sequence != pair.First.Header.Sequence + 1)
            .Select(pair => Text($"segment {pair.First.Header.Sequence + 1} is missing"));

    private static string? Cut((string Path, SegmentHeader Header) segment) =>
        new FileInfo(segment.Path).Length is var length && length < segment.Header.Size
            ? Text($"segment {segment.Header.Sequence} is cut, {length:N0} of {segment.Header.Size:N0} bytes are left")
            : null;

    private IEnumerable<string> End() =>
        Found[^1].Header is { HasNext: true } last ? [Text($"its end is missing, segment {last.Sequence + 1} and what followed")] : [];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
