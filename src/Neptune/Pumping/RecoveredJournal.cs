using Neptune.Journal;

namespace Neptune.Pumping;

/// <summary>What the recovery of one journal came to.</summary>
/// <param name="Info">Whose journal it was.</param>
/// <param name="Bytes">Bytes of records that were applied.</param>
/// <param name="Missing">What could not be, for people; <see langword="null"/> when the store has all of it.</param>
internal sealed record RecoveredJournal(JournalInfo Info, long Bytes, string? Missing);
