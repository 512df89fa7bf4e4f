namespace Neptune.Storage.Sql;

/// <summary>
/// Which numbers of a row are -0.0, a bit each. SQLite keeps a real number without a fraction as an integer, which has one zero only; to
/// filters and sorting the two zeros are one number anyway.
/// </summary>
internal static class NegativeZeros
{
    public const string Column = "negative_zeros";

    public static long Of(params ReadOnlySpan<double> numbers)
    {
        var zeros = 0L;
        for (var i = 0; i < numbers.Length; i++)
        {
            if (numbers[i] == 0 && double.IsNegative(numbers[i]))
                zeros |= 1L << i;
        }
        return zeros;
    }

    /// <summary>The number as it was before it went into its column.</summary>
    public static double Restore(double number, long zeros, int place) => number == 0 && (zeros & (1L << place)) != 0 ? -0.0 : number;
}
