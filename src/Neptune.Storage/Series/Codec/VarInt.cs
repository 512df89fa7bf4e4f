namespace Neptune.Storage.Series.Codec;

internal static class VarInt
{
    /// <summary>Bytes of the longest number: 64 bits, seven to a byte.</summary>
    public const int MaxBytes = 10;
}
