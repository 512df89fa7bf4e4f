using System.IO.MemoryMappedFiles;

namespace Neptune.TestChild;

/// <summary>
/// Counters in a file that both the child and the test map: what the child has counted here when it is killed is what calls had
/// returned. It shares nothing with the library under test.
/// </summary>
public sealed class Witness : IDisposable
{
    public const int Slots = 16;

    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;

    public Witness(string path)
    {
        file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, null, Slots * sizeof(long));
        view = file.CreateViewAccessor();
    }

    public long this[int slot]
    {
        get => view.ReadInt64(slot * sizeof(long));
        set => view.Write(slot * sizeof(long), value);
    }

    public void Dispose()
    {
        view.Dispose();
        file.Dispose();
    }
}
