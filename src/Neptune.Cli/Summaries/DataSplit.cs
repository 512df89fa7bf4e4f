namespace Neptune.Cli.Summaries;

/// <summary>The part of the data that a metric is of, the most telling first.</summary>
internal enum DataSplit
{
    /// <summary>Rows that took no part in training.</summary>
    Test,

    /// <summary>Rows that were watched while it trained.</summary>
    Validation,

    /// <summary>The path does not tell.</summary>
    None,

    /// <summary>Rows that were learned from.</summary>
    Train,
}
