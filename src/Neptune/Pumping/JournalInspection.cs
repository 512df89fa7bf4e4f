using System.Globalization;
using Neptune.Journal;
using Neptune.Storage;

namespace Neptune.Pumping;

/// <summary>Looks for damage in a journal that waits to be finished. Changes nothing.</summary>
internal static class JournalInspection
{
    private const int BatchWeight = 1 << 20;

    /// <param name="entry">The journal.</param>
    /// <param name="applied">What the store has of it already.</param>
    /// <returns>What is known to be missing or damaged.</returns>
    public static IReadOnlyList<string> Damage(JournalEntry entry, long applied)
    {
        try
        {
            var segments = JournalSegments.Look(entry.Path);
            List<string> damage = [.. segments.Faults, .. segments.Missing(entry.Info!, applied)];
            if (segments.Found.Count > 0 && DamagedBytes(segments, applied) is > 0 and var bytes)
                damage.Add(string.Create(CultureInfo.InvariantCulture, $"{bytes:N0} bytes of records are damaged"));
            return damage;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // Somebody has finished it meanwhile.
            return [];
        }
        catch (Exception e) when (FileSystemError.Is(e))
        {
            return [$"it cannot be read: {e.Message}"];
        }
    }

    private static long DamagedBytes(JournalSegments segments, long applied)
    {
        using var cursor = new JournalCursor(segments.Open(), verify: true);
        var batch = new JournalBatch();
        for (var position = -1L; cursor.Position > position;)
        {
            position = cursor.Position;
            cursor.Read(batch, long.MaxValue, applied, BatchWeight);
            batch.Clear();
        }
        return cursor.DamagedBytes;
    }
}
