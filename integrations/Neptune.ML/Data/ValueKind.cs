namespace Neptune.ML.Data;

/// <summary>What there is to do with the values of one type.</summary>
/// <param name="Hash">Adds a value to a hash.</param>
/// <param name="IsMissing">Whether a value stands for a missing one.</param>
/// <param name="IsDefault">Whether a sparse vector would leave the value out.</param>
/// <param name="Number">The value as a number; <see langword="null"/> for types without arithmetic.</param>
/// <param name="Text">The value for people, invariant.</param>
internal sealed record ValueKind<T>(Action<ContentHash, T> Hash, Func<T, bool> IsMissing, Func<T, bool> IsDefault, Func<T, double>? Number, Func<T, string> Text);
