using System.Globalization;

namespace Neptune.ML.Data;

/// <summary>The kinds of ML.NET's types.</summary>
internal static class ValueKinds
{
    public static ValueKind<float> Single { get; } = new(
        // There are many NaNs, which all mean the same.
        (hash, value) => hash.Add(BitConverter.SingleToInt32Bits(float.IsNaN(value) ? float.NaN : value)),
        float.IsNaN,
        value => value == 0,
        value => value,
        value => value.ToString("R", CultureInfo.InvariantCulture));

    public static ValueKind<double> Double { get; } = new(
        (hash, value) => hash.Add(BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value)),
        double.IsNaN,
        value => value == 0,
        value => value,
        value => value.ToString("R", CultureInfo.InvariantCulture));

    public static ValueKind<bool> Boolean { get; } = new(
        (hash, value) => hash.Add(value ? 1 : 0),
        NeverMissing,
        value => !value,
        value => value ? 1 : 0,
        value => value ? "true" : "false");

    public static ValueKind<ReadOnlyMemory<char>> Text { get; } = new(
        (hash, value) => hash.Add(value.Span),
        value => value.IsEmpty,
        value => value.IsEmpty,
        null,
        value => value.ToString());

    /// <summary>ML.NET's dates have no kind: the same in every zone.</summary>
    public static ValueKind<DateTime> DateTime { get; } = new(
        (hash, value) => hash.Add(value.Ticks),
        NeverMissing,
        value => value.Ticks == 0,
        null,
        value => System.DateTime.SpecifyKind(value, DateTimeKind.Unspecified).ToString("O", CultureInfo.InvariantCulture));

    public static ValueKind<DateTimeOffset> DateTimeOffset { get; } = new(
        (hash, value) =>
        {
            hash.Add(value.Ticks);
            hash.Add(value.Offset.Ticks);
        },
        NeverMissing,
        value => value.Ticks == 0,
        null,
        value => value.ToString("O", CultureInfo.InvariantCulture));

    public static ValueKind<TimeSpan> TimeSpan { get; } = new(
        (hash, value) => hash.Add(value.Ticks),
        NeverMissing,
        value => value.Ticks == 0,
        null,
        value => value.ToString("c", CultureInfo.InvariantCulture));

    /// <summary>Whole numbers.</summary>
    public static ValueKind<T> Whole<T>(Func<T, long> bits, Func<T, double> number)
        where T : IFormattable => new(
            (hash, value) => hash.Add(bits(value)),
            NeverMissing,
            value => bits(value) == 0,
            number,
            value => value.ToString(null, CultureInfo.InvariantCulture));

    /// <summary>Keys, which count from 1; 0 is missing. People see the value that a key stands for, where the column says it.</summary>
    public static ValueKind<T> Key<T>(Func<T, ulong> number, IReadOnlyList<string>? names) => new(
        (hash, value) => hash.Add((long)number(value)),
        value => number(value) == 0,
        value => number(value) == 0,
        null,
        value => NameOf(number(value), names));

    private static bool NeverMissing<T>(T value) => false;

    private static string NameOf(ulong key, IReadOnlyList<string>? names) =>
        key == 0 ? ""
        : names is not null && key <= (ulong)names.Count ? names[(int)key - 1]
        : key.ToString(CultureInfo.InvariantCulture);
}
