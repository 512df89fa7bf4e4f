using System.Globalization;

namespace Neptune.Storage;

/// <summary>
/// Names of the files that a journal has staged. A content that is staged again before the first record with it was applied is kept as
/// often as it was staged: what one record put into the store may be removed again before the next one wants it.
/// </summary>
internal static class StagedFiles
{
    /// <summary>How often a name is found to be taken and then to be free; what goes wrong more often goes wrong for another reason.</summary>
    private const int MostFreed = 100;

    /// <summary>Puts a file under its name, or under the next free one if that is taken.</summary>
    public static void Place(string file, string stagedFile)
    {
        for (int copy = 0, freed = 0; ;)
        {
            try
            {
                File.Move(file, Name(stagedFile, copy));
                return;
            }
            catch (IOException) when (File.Exists(Name(stagedFile, copy)))
            {
                // Somebody was faster, or it is the second copy.
                copy++;
            }
            catch (IOException) when (freed++ < MostFreed)
            {
                // It was the second copy, and the first one was taken into the store just now.
            }
        }
    }

    /// <summary>The copy to take next.</summary>
    public static string Last(string stagedFile)
    {
        var copy = 0;
        while (File.Exists(Name(stagedFile, copy + 1)))
            copy++;
        var last = Name(stagedFile, copy);
        return File.Exists(last) ? last : AfterGap(stagedFile) ?? last;
    }

    /// <summary>A copy that was placed while the one before it was taken.</summary>
    private static string? AfterGap(string stagedFile) => Path.GetDirectoryName(stagedFile) is { } folder && Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, $"{Path.GetFileName(stagedFile)}.*").FirstOrDefault()
        : null;

    private static string Name(string stagedFile, int copy) => copy == 0 ? stagedFile : string.Create(CultureInfo.InvariantCulture, $"{stagedFile}.{copy}");
}
