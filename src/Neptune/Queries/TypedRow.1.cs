namespace Neptune;

/// <summary>An object that a typed query found.</summary>
/// <param name="Id">The id, such as <c>CLS-12</c>.</param>
/// <param name="Uid">The id that is unique in the world.</param>
/// <param name="Item">Its members of <typeparamref name="T"/>.</param>
public sealed record TypedRow<T>(string Id, Guid Uid, T Item)
{
    /// <summary>The id and the members.</summary>
    public void Deconstruct(out string id, out T item) => (id, item) = (Id, Item);
}
