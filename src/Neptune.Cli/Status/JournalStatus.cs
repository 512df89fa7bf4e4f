using System.Text.Json;
using Neptune.Journal;

namespace Neptune.Cli.Status;

/// <summary>A journal of a store: what is not, or not surely, in the store itself.</summary>
/// <param name="Info">Whose it is; <c>null</c> when a damaged journal does not tell.</param>
internal sealed record JournalStatus(string Path, JournalInfo? Info, JournalState State)
{
    private const string InfoName = "journal.json";

    /// <summary>All journals under a root. Reads only.</summary>
    /// <exception cref="NeptuneCorruptDataException">A journal does not tell whose it is.</exception>
    public static IEnumerable<JournalStatus> List(string root)
    {
        foreach (var (path, info) in JournalFolder.List(root))
            yield return new(path, info, StateOf(path));
        if (!Directory.Exists(root))
            yield break;
        foreach (var path in Directory.GetDirectories(root).Where(JournalFolder.IsDamaged).Order(StringComparer.Ordinal))
            yield return new(path, TryReadInfo(path), JournalState.Damaged);
    }

    private static JournalState StateOf(string path)
    {
        try
        {
            return JournalFolder.IsHeld(path) ? JournalState.InUse : JournalState.Abandoned;
        }
        catch (UnauthorizedAccessException)
        {
            return JournalState.Unknown;
        }
    }

    private static JournalInfo? TryReadInfo(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(System.IO.Path.Combine(path, InfoName)), JournalJson.Default.JournalInfo);
        }
        catch (Exception error) when (error is IOException or JsonException)
        {
            return null;
        }
    }
}
