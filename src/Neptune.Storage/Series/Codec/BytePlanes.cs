namespace Neptune.Storage.Series.Codec;

/// <summary>Parts numbers into planes of bytes of like weight and back, a whole number at a time.</summary>
internal static class BytePlanes
{
    public static void Split(ReadOnlySpan<uint> numbers, Span<byte> planes)
    {
        var count = numbers.Length;
        var p0 = planes[..count];
        var p1 = planes.Slice(count, count);
        var p2 = planes.Slice(2 * count, count);
        var p3 = planes.Slice(3 * count, count);
        for (var i = 0; i < count; i++)
        {
            var number = numbers[i];
            p0[i] = (byte)number;
            p1[i] = (byte)(number >> 8);
            p2[i] = (byte)(number >> 16);
            p3[i] = (byte)(number >> 24);
        }
    }

    public static void Split(ReadOnlySpan<ulong> numbers, Span<byte> planes)
    {
        var count = numbers.Length;
        for (var half = 0; half < 2; half++)
        {
            var p0 = planes.Slice(4 * half * count, count);
            var p1 = planes.Slice(((4 * half) + 1) * count, count);
            var p2 = planes.Slice(((4 * half) + 2) * count, count);
            var p3 = planes.Slice(((4 * half) + 3) * count, count);
            for (var i = 0; i < count; i++)
            {
                var number = (uint)(numbers[i] >> (32 * half));
                p0[i] = (byte)number;
                p1[i] = (byte)(number >> 8);
                p2[i] = (byte)(number >> 16);
                p3[i] = (byte)(number >> 24);
            }
        }
    }

    public static void Join(ReadOnlySpan<byte> planes, Span<uint> numbers)
    {
        var count = numbers.Length;
        var p0 = planes[..count];
        var p1 = planes.Slice(count, count);
        var p2 = planes.Slice(2 * count, count);
        var p3 = planes.Slice(3 * count, count);
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = p0[i] | ((uint)p1[i] << 8) | ((uint)p2[i] << 16) | ((uint)p3[i] << 24);
    }

    public static void Join(ReadOnlySpan<byte> planes, Span<ulong> numbers)
    {
        var count = numbers.Length;
        numbers.Clear();
        for (var half = 0; half < 2; half++)
        {
            var p0 = planes.Slice(4 * half * count, count);
            var p1 = planes.Slice(((4 * half) + 1) * count, count);
            var p2 = planes.Slice(((4 * half) + 2) * count, count);
            var p3 = planes.Slice(((4 * half) + 3) * count, count);
            for (var i = 0; i < numbers.Length; i++)
                numbers[i] |= (ulong)(p0[i] | ((uint)p1[i] << 8) | ((uint)p2[i] << 16) | ((uint)p3[i] << 24)) << (32 * half);
        }
    }
}
