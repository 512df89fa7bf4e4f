namespace Neptune;

/// <summary>What is at a path, links followed.</summary>
internal enum PathKind
{
    /// <summary>Nothing, or nothing that may be looked at.</summary>
    Nothing,

    /// <summary>A file with a content of its own.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A named pipe: opening it waits for the other end.</summary>
    Pipe,

    /// <summary>A socket, which is not opened but connected to.</summary>
    Socket,

    /// <summary>A device of characters: a terminal, <c>/dev/null</c>, <c>/dev/zero</c>.</summary>
    CharacterDevice,

    /// <summary>A device of blocks: a disk.</summary>
    BlockDevice,
}
