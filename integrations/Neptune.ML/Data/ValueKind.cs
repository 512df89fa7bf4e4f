using System.Globalization;

namespace Neptune.ML.Data;

/// <summary>What there is to do with the values of one type.</summary>
/// <param name="Hash">Adds a value to a hash.</param>
/// <param name="IsMissing">Whether a value stands for a missing one.</param>
/// <param name="IsDefault">Whether a sparse vector would leave the value out.</param>
/// <param name="Number">The value as a number; <see langword="null"/> for types without arithmetic.</param>
/// <param name="Text">The value for people, invariant.</param>
internal sealed record ValueKind<T>(Action<ContentHash, T> Hash, Func<T, bool> IsMissing, Func<T, bool> IsDefault, Func<T, double>? Number, Func<T, string> Text);

/// <summary>The kinds of ML.NET's types.</summary>
internal static class ValueKind
{
    public static ValueKind<float> Single { get; } = new((hash, value) => hash.Add(BitConverter.SingleToInt32Bits(float.IsNaN(value) ? float.NaN : value)), float.IsNaN, value => value == 0, value => value, value => value.ToString("R", CultureInfo.InvariantCulture));

    public static ValueKind<double> Double { get; } = new((hash, value) => hash.Add(BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value)), double.IsNaN, value => value == 0, value => value, value => value.ToString("R", CultureInfo.InvariantCulture));

    public static ValueKind<bool> Boolean { get; } = new((hash, value) => hash.Add(value ? 1 : 0), _ => false, value => !value, value => value ? 1 : 0, value => value ? "true" : "false");

    public static ValueKind<ReadOnlyMemory<char>> Text { get; } = new((hash, value) => hash.Add(value.Span), value => value.IsEmpty, value => value.IsEmpty, null, value => value.ToString());

    public static ValueKind<DateTime> DateTime { get; } = new((hash, value) => hash.Add(value.Ticks), _ => false, value => value.Ticks == 0, null, value => System.DateTime.SpecifyKind(value, DateTimeKind.Unspecified).ToString("O", CultureInfo.InvariantCulture));

    public static ValueKind<DateTimeOffset> DateTimeOffset { get; } = new((hash, value) => { hash.Add(value.Ticks); hash.Add(value.Offset.Ticks); }, _ => false, value => value.Ticks == 0, null, value => value.ToString("O", CultureInfo.InvariantCulture));

    public static ValueKind<TimeSpan> TimeSpan { get; } = new((hash, value) => hash.Add(value.Ticks), _ => false, value => value.Ticks == 0, null, value => value.ToString("c", CultureInfo.InvariantCulture));

    /// <summary>Whole numbers, which are never missing.</summary>
    public static ValueKind<T> Whole<T>(Func<T, long> bits, Func<T, double> number)
        where T : IFormattable => new((hash, value) => hash.Add(bits(value)), _ => false, value => bits(value) == 0, number, value => value.ToString(null, CultureInfo.InvariantCulture));

    /// <summary>Keys, which count from 1; 0 is missing. People see the value that a key stands for, where the column says it.</summary>
    public static ValueKind<T> Key<T>(Func<T, ulong> number, IReadOnlyList<string>? names) => new(
        (hash, value) => hash.Add((long)number(value)),
        value => number(value) == 0,
        value => number(value) == 0,
        null,
        value => number(value) is 0 ? "" : names is not null && number(value) <= (ulong)names.Count ? names[(int)number(value) - 1] : number(value).ToString(CultureInfo.InvariantCulture));
}
