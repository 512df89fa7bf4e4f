using Neptune.Journal;

namespace Neptune.Pumping;

/// <summary>What the recovery of one journal came to.</summary>
/// <param name="Info">Whose journal it was.</param>
/// <param name="Bytes">Bytes of records that were applied.</param>
/// <param name="DamagedBytes">Bytes that failed their check and were skipped.</param>
internal sealed record RecoveredJournal(JournalInfo Info, long Bytes, long DamagedBytes);
