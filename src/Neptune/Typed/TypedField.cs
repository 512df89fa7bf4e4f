namespace Neptune.Typed;

/// <summary>A field that an annotated type declares: where it is and what it holds. Made once per property by generated code.</summary>
public class TypedField
{
    private static int slots;

    /// <summary>Declares a series, a set or a file.</summary>
    /// <param name="path">The whole path, in canonical form.</param>
    /// <param name="member">The property, or the properties that lead to it, parted by dots.</param>
    /// <param name="type">The type of the field.</param>
    public TypedField(string path, string member, FieldType type)
        : this(path, member, (FieldType?)type)
    {
    }

    private protected TypedField(string path, string member, FieldType? type)
    {
        Path = path;
        Member = member;
        Type = type;
        Slot = Interlocked.Increment(ref slots) - 1;
    }

    /// <summary>The whole path, such as <c>params/optimizer/beta1</c>.</summary>
    public string Path { get; }

    /// <summary>The property, or the properties that lead to it, such as <c>Optimizer.Beta1</c>.</summary>
    public string Member { get; }

    /// <summary>The type of the field; <see langword="null"/> when it depends on the value, as for integers beyond 64 bits.</summary>
    public FieldType? Type { get; }

    /// <summary>Where an object keeps its handle of the field, so that finding it takes no look-up by name.</summary>
    internal int Slot { get; }
}
