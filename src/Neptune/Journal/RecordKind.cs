namespace Neptune.Journal;

/// <summary>What a journal record says. The numbers are on disk and never change.</summary>
internal enum RecordKind : byte
{
    /// <summary>One point of a float series that a <see cref="DefineSeries"/> record of the same segment named.</summary>
    Point = 1,

    /// <summary>Gives a series path its id for the rest of the segment.</summary>
    DefineSeries = 2,

    AssignInt = 3,
    AssignFloat = 4,
    AssignBool = 5,
    AssignString = 6,
    AssignDatetime = 7,
    AssignFile = 8,
    AppendFloats = 9,
    AppendStrings = 10,
    AddStrings = 11,
    RemoveStrings = 12,
    Clear = 13,
    Delete = 14,
    AppendFiles = 15,
    AddFiles = 16,
    RemoveFiles = 17,
    TrackFiles = 18,
    AssignGitRef = 19,

    /// <summary>How the object ended. Since format 2.</summary>
    AssignState = 20,
}
