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

/// <summary>All members of a string set.</summary>
internal sealed record StringSetLeaf(StringSetValue Set) : Leaf;
