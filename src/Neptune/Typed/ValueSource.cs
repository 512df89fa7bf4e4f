namespace Neptune.Typed;

/// <summary>Where a value that is read comes from.</summary>
internal enum ValueSource
{
    /// <summary>A field: values have their types, and a text is no number.</summary>
    Store,

    /// <summary>An element of JSON: what JSON has no literal for, such as NaN or a date, stands there as text.</summary>
    Json,

    /// <summary>A configuration or a command line: everything is text.</summary>
    Text,
}
