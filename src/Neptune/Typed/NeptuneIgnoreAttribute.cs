namespace Neptune;

/// <summary>Keeps a property out: it is neither a field of a typed namespace nor written by <see cref="NeptuneObject.Assign"/>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class NeptuneIgnoreAttribute : Attribute;
