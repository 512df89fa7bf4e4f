namespace Neptune.Storage.Series.Codec;

/// <summary>Steps: whole ones, nearly all there are, as <see cref="LongColumn"/>, others as <see cref="DoubleColumn"/>.</summary>
internal static class StepColumn
{
    private const byte Whole = 0;
    private const byte Fractional = 1;

    /// <summary>2^53: up to here every whole double is a whole long and back.</summary>
    private const double MaxWhole = 9007199254740992;

    public static void Write(ref ByteWriter writer, scoped ReadOnlySpan<double> steps, ChunkCoding coding)
    {
        Span<long> whole = stackalloc long[steps.Length];
        if (!TryConvert(steps, whole))
        {
            writer.Byte(Fractional);
            DoubleColumn.Write(ref writer, steps, coding);
            return;
        }
        writer.Byte(Whole);
        LongColumn.Write(ref writer, whole, coding);
    }

    public static void Read(ref ByteReader reader, scoped Span<double> steps)
    {
        switch (reader.Byte())
        {
            case Whole:
                Span<long> whole = stackalloc long[steps.Length];
                LongColumn.Read(ref reader, whole);
                for (var i = 0; i < whole.Length; i++)
                    steps[i] = whole[i];
                break;
            case Fractional:
                DoubleColumn.Read(ref reader, steps);
                break;
            default:
                throw new InvalidDataException("its steps have an unknown coding");
        }
        if (!StepOrder.IsStrict(steps))
            throw new InvalidDataException("its steps are out of order");
    }

    private static bool TryConvert(ReadOnlySpan<double> steps, Span<long> whole)
    {
        for (var i = 0; i < steps.Length; i++)
        {
            if (!(Math.Abs(steps[i]) <= MaxWhole))
                return false;
            whole[i] = (long)steps[i];
            if (whole[i] != steps[i])
                return false;
        }
        return true;
    }
}
