using Neptune.MSBuild.Items;

namespace Neptune.MSBuild.Resolving;

/// <summary>A reference, the version that it is, and where the version's file is on this machine.</summary>
internal sealed record ResolvedReference(ReferenceItem Item, LockedModel Version, string File);
