namespace Neptune;

/// <summary>An object that a typed query found.</summary>
/// <param name="Id">The id, such as <c>CLS-12</c>.</param>
/// <param name="Uid">The id that is unique in the world.</param>
/// <param name="First">Its members of <typeparamref name="T1"/>.</param>
/// <param name="Second">Its members of <typeparamref name="T2"/>.</param>
/// <param name="Third">Its members of <typeparamref name="T3"/>.</param>
public sealed record TypedRow<T1, T2, T3>(string Id, Guid Uid, T1 First, T2 Second, T3 Third)
{
    /// <summary>The id and the members.</summary>
    public void Deconstruct(out string id, out T1 first, out T2 second, out T3 third) => (id, first, second, third) = (Id, First, Second, Third);
}
