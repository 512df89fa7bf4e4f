using System.Globalization;

namespace Neptune.Storage;

/// <summary>
/// Names of the files that a journal has staged. A content that is staged again before the first record with it was applied is kept as
/// often as it was staged: what one record put into the store may be removed again before the next one wants it.
/// </summary>
internal static class StagedFiles
{
    /// <summary>Puts a file under its name, or under the next free one if that is taken.</summary>
    public static void Place(string file, string stagedFile)
    {
        for (var copy = 0; ; copy++)
        {
            try
            {
                File.Move(file, Name(stagedFile, copy));
                return;
            }
            catch (IOException) when (File.Exists(Name(stagedFile, copy)))
            {
                // Somebody was faster, or it is the second copy.
            }
        }
    }

    /// <summary>The copy to take next.</summary>
    public static string Last(string stagedFile)
    {
        var copy = 0;
        while (File.Exists(Name(stagedFile, copy + 1)))
            copy++;
        return Name(stagedFile, copy);
    }

    private static string Name(string stagedFile, int copy) => copy == 0 ? stagedFile : string.Create(CultureInfo.InvariantCulture, $"{stagedFile}.{copy}");
}
