namespace Neptune.Generators.Analyzers.Declared;

/// <summary>What a field holds, as far as its C# type says; the names are those of <c>Neptune.FieldType</c>.</summary>
internal enum FieldKind
{
    /// <summary>The type does not say.</summary>
    Unknown,
    Int,
    Float,
    Bool,
    String,
    Datetime,
    File,
    FloatSeries,
    StringSeries,
    FileSeries,
    StringSet,
    FileSet,
    Artifact,

    /// <summary>A list: text, or one field per element.</summary>
    List,

    /// <summary>No field, but fields below it.</summary>
    Namespace,
}
