namespace Neptune.Storage;

/// <summary>The stretch of a journal that a batch of operations was read from.</summary>
internal readonly record struct JournalMark(Guid Journal, long From, long To);
