namespace Neptune.Generators.Parsing;

/// <summary>What the parser found that the generator leaves out and an analyzer says.</summary>
internal enum ProblemKind
{
    DuplicatePath,
    ReservedPath,
    BadPath,
    BadAccessor,
    UnsupportedMember,
    NeedsPartial,
    NotAccessible,
    CannotBeMade,
}
