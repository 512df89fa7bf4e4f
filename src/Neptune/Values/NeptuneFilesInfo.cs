namespace Neptune;

/// <summary>What a file series or a file set holds, without the contents.</summary>
/// <param name="Count">How many files: the points of a series, the files of a set.</param>
/// <param name="Size">Bytes of all of them.</param>
public sealed record NeptuneFilesInfo(long Count, long Size);
