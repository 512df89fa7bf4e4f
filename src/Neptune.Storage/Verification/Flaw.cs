namespace Neptune.Storage;

/// <summary>Something in a store that is not as it should be.</summary>
/// <param name="Where">The object, field, file or table.</param>
/// <param name="What">What is wrong with it.</param>
/// <param name="Mend">What was done about it, or could be; <see langword="null"/> when nothing can.</param>
/// <param name="IsMended">Whether that was done.</param>
internal sealed record Flaw(string Where, string What, string? Mend, bool IsMended)
{
    /// <summary>A flaw that only a backup, or the original, can heal.</summary>
    public static Flaw Lost(string where, string what) => new(where, what, Mend: null, IsMended: false);
}
