namespace Neptune.Server.Api;

/// <summary>Fields of a project that fit what was typed.</summary>
/// <param name="Fields">Best first.</param>
/// <param name="More">Whether more of them fit.</param>
internal sealed record FieldCounts(IReadOnlyList<FieldUse> Fields, bool More);

/// <summary>A path and who has it.</summary>
/// <param name="Path">The path.</param>
/// <param name="Types">The types that fields at it have.</param>
/// <param name="Count">How many objects have it.</param>
internal sealed record FieldUse(string Path, IReadOnlyList<string> Types, long Count);
