namespace Neptune;

/// <content>Conversions, so that <c>run["path"] = value</c> assigns. Each stands for <see cref="Assign(object?)"/> of the value.</content>
public sealed partial class Field
{
    /// <summary>Stands for a whole number.</summary>
    public static implicit operator Field(int value) => new((object?)value);

    /// <summary>Stands for a whole number.</summary>
    public static implicit operator Field(long value) => new((object?)value);

    /// <summary>Stands for a number.</summary>
    public static implicit operator Field(double value) => new((object?)value);

    /// <summary>Stands for a number.</summary>
    public static implicit operator Field(float value) => new((object?)value);

    /// <summary>Stands for a number, kept as double.</summary>
    public static implicit operator Field(decimal value) => new((object?)value);

    /// <summary>Stands for true or false.</summary>
    public static implicit operator Field(bool value) => new((object?)value);

    /// <summary>Stands for a text.</summary>
    public static implicit operator Field(string? value) => new((object?)value);

    /// <summary>Stands for an instant.</summary>
    public static implicit operator Field(DateTimeOffset value) => new((object?)value);

    /// <summary>Stands for an instant; local unless it says UTC.</summary>
    public static implicit operator Field(DateTime value) => new((object?)value);

    /// <summary>Stands for a duration, kept as text (<c>c</c> format).</summary>
    public static implicit operator Field(TimeSpan value) => new((object?)value);

    /// <summary>Stands for an id, kept as text.</summary>
    public static implicit operator Field(Guid value) => new((object?)value);

    /// <summary>Stands for an address, kept as text.</summary>
    public static implicit operator Field(Uri value) => new((object?)value);

    /// <summary>Stands for bytes, kept as a file.</summary>
    public static implicit operator Field(byte[] value) => new((object?)value);

    /// <summary>Stands for a file.</summary>
    public static implicit operator Field(NeptuneFile value) => new((object?)value);

    /// <summary>Stands for all points of a float series.</summary>
    public static implicit operator Field(FloatSeriesValue value) => new((object?)value);

    /// <summary>Stands for all points of a string series.</summary>
    public static implicit operator Field(StringSeriesValue value) => new((object?)value);

    /// <summary>Stands for all points of a file series.</summary>
    public static implicit operator Field(FileSeriesValue value) => new((object?)value);

    /// <summary>Stands for all files of a file set.</summary>
    public static implicit operator Field(FileSetValue value) => new((object?)value);

    /// <summary>Stands for all members of a string set.</summary>
    public static implicit operator Field(StringSetValue value) => new((object?)value);

    /// <summary>Stands for a list, kept as JSON text.</summary>
    public static implicit operator Field(string[] value) => new((object?)value);

    /// <summary>Stands for a list, kept as JSON text.</summary>
    public static implicit operator Field(int[] value) => new((object?)value);

    /// <summary>Stands for a list, kept as JSON text.</summary>
    public static implicit operator Field(double[] value) => new((object?)value);

    /// <summary>Stands for one field per entry.</summary>
    public static implicit operator Field(Dictionary<string, object?> value) => new((object?)value);

    /// <summary>Stands for one field per entry.</summary>
    public static implicit operator Field(Dictionary<string, string> value) => new((object?)value);

    /// <summary>Stands for one field per entry.</summary>
    public static implicit operator Field(Dictionary<string, double> value) => new((object?)value);

    /// <summary>Stands for one field per entry.</summary>
    public static implicit operator Field(Dictionary<string, int> value) => new((object?)value);
}
