namespace Neptune;

/// <summary>The type of a field. A field has exactly one; changing it takes a <c>Delete</c> first.</summary>
/// <remarks>The numbers are stored and never change.</remarks>
public enum FieldType
{
    /// <summary>64-bit signed integer.</summary>
    Int = 1,

    /// <summary>64-bit floating point number; NaN and ±∞ are kept.</summary>
    Float = 2,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Bool = 3,

    /// <summary>Unicode text of any length.</summary>
    String = 4,

    /// <summary>An instant in UTC, to 100 ns.</summary>
    Datetime = 5,

    /// <summary>One file: content and extension.</summary>
    File = 6,

    /// <summary>A folder of files.</summary>
    FileSet = 7,

    /// <summary>Numbers by step.</summary>
    FloatSeries = 8,

    /// <summary>Texts by step.</summary>
    StringSeries = 9,

    /// <summary>Files by step.</summary>
    FileSeries = 10,

    /// <summary>An unordered set of texts.</summary>
    StringSet = 11,

    /// <summary>A versioned list of files that are tracked, not stored.</summary>
    Artifact = 12,

    /// <summary>Commit, branch and remotes of the source code.</summary>
    GitRef = 13,

    /// <summary>Whether the object is active; maintained from its heartbeat.</summary>
    RunState = 14,

    /// <summary>The notebook an object came from.</summary>
    NotebookRef = 15,
}
