namespace Neptune.Core;

/// <summary>A file of a file set.</summary>
/// <param name="Name">Its name within the set, folders parted by <c>/</c>; see <see cref="SetFileName"/>.</param>
/// <param name="Content">The file.</param>
/// <param name="ModifiedTicks">When it was last changed, in UTC ticks.</param>
internal sealed record SetFile(string Name, FileContent Content, long ModifiedTicks);
