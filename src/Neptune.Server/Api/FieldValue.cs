namespace Neptune.Server.Api;

/// <summary>A field as it travels: what its type has is set. Numbers that JSON does not have are the texts NaN, Infinity and -Infinity.</summary>
/// <param name="Path">Its path in the object.</param>
/// <param name="Type">Its type, such as floatSeries.</param>
internal sealed record FieldValue(string Path, string Type)
{
    /// <summary>Of int (beyond 2^53 as text), float, bool, string, datetime, run state; the members of a set; the last text of a string series; the hash of an artifact; the commit of a git ref.</summary>
    public object? Value { get; init; }

    /// <summary>Whether the text was cut: the object has the whole.</summary>
    public bool? Cut { get; init; }

    /// <summary>Points of a series; files of a set or an artifact.</summary>
    public long? Count { get; init; }

    /// <summary>The largest step of a series.</summary>
    public double? LastStep { get; init; }

    /// <summary>The time of the point there.</summary>
    public DateTimeOffset? LastTime { get; init; }

    /// <summary>The value there.</summary>
    public double? Last { get; init; }

    /// <summary>The smallest value that is not NaN.</summary>
    public double? Min { get; init; }

    /// <summary>The largest value that is not NaN.</summary>
    public double? Max { get; init; }

    /// <summary>The mean of the finite values.</summary>
    public double? Mean { get; init; }

    /// <summary>The population variance of the finite values.</summary>
    public double? Variance { get; init; }

    /// <summary>Bytes of a file, of all files of a set, a series or an artifact.</summary>
    public long? Size { get; init; }

    /// <summary>Of a file, without the dot.</summary>
    public string? Extension { get; init; }

    /// <summary>Of a file.</summary>
    public string? Sha256 { get; init; }
}
