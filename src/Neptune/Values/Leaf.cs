namespace Neptune.Values;

/// <summary>A value that fits one field.</summary>
internal abstract record Leaf;

/// <summary>An int, float, bool, string or datetime.</summary>
internal sealed record ScalarLeaf(ScalarValue Value) : Leaf;

/// <summary>A file.</summary>
internal sealed record FileLeaf(NeptuneFile File) : Leaf;

/// <summary>All points of a float series.</summary>
internal sealed record FloatSeriesLeaf(FloatSeriesValue Series) : Leaf;

/// <summary>All points of a string series.</summary>
internal sealed record StringSeriesLeaf(StringSeriesValue Series) : Leaf;

/// <summary>All points of a file series.</summary>
internal sealed record FileSeriesLeaf(FileSeriesValue Series) : Leaf;

/// <summary>All files of a file set.</summary>
internal sealed record FileSetLeaf(FileSetValue Set) : Leaf;

/// <summary>All files of an artifact.</summary>
internal sealed record ArtifactLeaf(ArtifactValue Artifact) : Leaf;

/// <summary>The source code's state.</summary>
internal sealed record GitRefLeaf(GitRefInfo Value) : Leaf;

/// <summary>All members of a string set.</summary>
internal sealed record StringSetLeaf(StringSetValue Set) : Leaf;
