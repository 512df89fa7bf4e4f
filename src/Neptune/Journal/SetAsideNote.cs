using System.Text.Json;
using Neptune.Storage;

namespace Neptune.Journal;

/// <summary>Why a journal is kept though nobody will try it again, in a file in its folder.</summary>
/// <param name="Applied">Whether what could be read of it is in the store.</param>
/// <param name="Reason">What is missing, for people.</param>
internal sealed record SetAsideNote(bool Applied, string Reason)
{
    private const string FileName = "damaged";

    /// <summary>The note of a journal that is set aside; <see langword="null"/> of one that is not.</summary>
    public static SetAsideNote? Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(folder, FileName)), JournalJson.Default.SetAsideNote) is { Reason: not null } note ? note : Unknown;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is JsonException || FileSystemError.Is(e))
        {
            return Unknown;
        }
    }

    public void Write(string folder) => File.WriteAllBytes(Path.Combine(folder, FileName), JsonSerializer.SerializeToUtf8Bytes(this, JournalJson.Default.SetAsideNote));

    /// <summary>Versions of before there were notes left the file empty.</summary>
    private static SetAsideNote Unknown { get; } = new(Applied: true, "some of its records could not be read");
}
