using Neptune.Values;

namespace Neptune.Typed;

/// <summary>Writes annotated objects.</summary>
internal static class TypedAssignment
{
    public const string Overrides = "source_code/overrides";

    public static void Assign<T>(NeptuneObject owner, TypedShape<T> shape, T value)
    {
        if (value is null)
            throw new ArgumentNullException(nameof(value), $"\"{shape.Path}\": there is no {typeof(T).Name} to assign.");
        var writer = TypedWriter.Of(shape, value);
        FieldWriter.Assign(owner, writer);
        if (owner is Run && shape.Path.Length > 0)
            owner[FieldPath.Join(Overrides, shape.Path)].Assign(new StringSetValue(Differing(shape, writer.Leaves)));
    }

    /// <summary>The members whose values are not those that the type declares: their paths below the namespace.</summary>
    private static IEnumerable<string> Differing<T>(TypedShape<T> shape, IReadOnlyList<TypedLeaf> leaves)
    {
        var declared = shape.TryCreate(out var value)
            ? shape.Leaves(value).SelectMany(Scalars).ToDictionary(leaf => leaf.Path, leaf => leaf.Leaf, StringComparer.Ordinal)
            : [];
        return leaves.SelectMany(Scalars)
            .Where(leaf => !leaf.Leaf.Equals(declared.GetValueOrDefault(leaf.Path)))
            .Select(leaf => leaf.Path[(shape.Path.Length + 1)..]);
    }

    private static IEnumerable<(string Path, Leaf Leaf)> Scalars(TypedLeaf leaf) => Values.Leaves.Of(leaf.Path, leaf.Value).Where(one => one.Leaf is ScalarLeaf);
}
