using System.Globalization;
using Neptune.Backends;
using Neptune.Cli.Output;
using Neptune.Journal;
using Neptune.Pumping;

namespace Neptune.Cli.Verifying;

/// <summary>What a verification has found, for people.</summary>
internal sealed class VerificationReport
{
    private readonly List<Flaw> flaws = [];
    private readonly VerifiedStore verified = new();
    private readonly bool mends;

    private VerificationReport(bool mends) => this.mends = mends;

    /// <summary>Whether nothing is left that is not as it should be.</summary>
    public bool IsWhole => flaws.TrueForAll(flaw => flaw.IsMended);

    /// <summary>Verifies a store with the journals beside it.</summary>
    public static VerificationReport Of(Store store, bool mends, WorkProgress progress)
    {
        var report = new VerificationReport(mends);
        using var watching = new Timer(_ => report.Show(progress), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(100));
        store.Verify(mends, report.verified, report.flaws.Add);
        report.flaws.AddRange(Journals(store));
        return report;
    }

    public void Write(Terminal terminal)
    {
        foreach (var flaw in flaws)
            terminal.Out.WriteLine($"{flaw.Where}: {flaw.What}.{Outcome(flaw)}");
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Checked {Count(verified.Objects, "object")}, {Count(verified.Series, "series", "series")} and {Count(verified.Contents, "content")} of files ({ByteSize.Of(verified.Bytes)}): {Conclusion()}"));
    }

    private void Show(WorkProgress progress)
    {
        progress.Total = verified.Work;
        progress.Add(verified.Done - progress.Done);
    }

    private string Conclusion()
    {
        if (flaws.Count == 0)
            return "all is as it should be.";
        var left = flaws.Count(flaw => !flaw.IsMended);
        var mendable = flaws.Count(flaw => flaw is { IsMended: false, Mend: not null });
        return $"{Count(flaws.Count, "flaw")}, {(left == 0 ? "all of them mended." : $"{left} left.")}{(mends || mendable == 0 ? "" : $" `neptune verify --repair` mends {mendable} of them.")}";
    }

    private string Outcome(Flaw flaw) => flaw switch
    {
        { Mend: null } => "",
        { IsMended: true } => " Mended.",
        _ => mends ? " It could not be mended." : $" With --repair {flaw.Mend}.",
    };

    /// <summary>Journals that are damaged: those that were found to be so, and those that wait to be finished.</summary>
    private static IEnumerable<Flaw> Journals(Store store)
    {
        foreach (var journal in JournalEntry.List(EmbeddedBackend.RootOf(store.Folder)).Concat(JournalEntry.List(OfflineBackend.RootOf(store.Folder))))
        {
            if (journal.Note is { } note)
                yield return Flaw.Lost($"journal of {journal.Info?.Id ?? "?"}", $"{note.Reason}; `neptune status` says what can be done");
            else if (journal is { State: JournalState.Free, Info: { } info } && JournalInspection.Damage(journal, store.JournalPosition(info.Journal)) is { Count: > 0 } damage)
                yield return Flaw.Lost($"journal of {info.Id}", $"{string.Join("; ", damage)}; `neptune sync` brings in what is intact");
        }
    }

    private static string Count(long count, string one, string? many = null) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many ?? $"{one}s")}");
}
