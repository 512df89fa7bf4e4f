namespace Neptune.Typed;

/// <summary>Null has no type of field of its own: it is kept as a text, so that nothing is dropped.</summary>
internal static class NullText
{
    public const string Value = "null";

    public static bool Is(object? stored) => stored is null or Value;
}
