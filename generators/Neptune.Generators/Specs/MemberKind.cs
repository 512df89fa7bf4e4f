namespace Neptune.Generators.Specs;

/// <summary>What a member is; the names of handles are those of their types in the library.</summary>
internal enum MemberKind
{
    Leaf,
    Group,
    FloatSeries,
    StringSeries,
    FileSeries,
    StringSet,
    FileSet,
    Artifact,
}
