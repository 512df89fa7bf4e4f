using System.Globalization;
using Neptune.Cli.Output;
using Neptune.Journal;

namespace Neptune.Cli.Status;

/// <summary>Says which journals are not in the store yet, and what to do about them.</summary>
internal static class JournalReport
{
    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss";

    public static void Write(string folder, Terminal terminal)
    {
        List<JournalStatus> journals = [.. JournalStatus.List(folder)];
        if (journals.Count > 0)
            WriteTable(journals, terminal);

        terminal.Out.WriteLine(Conclusion(journals));
        foreach (var journal in journals.Where(journal => journal.Entry.Note is not null))
            terminal.Out.WriteLine(Describe(journal));
    }

    /// <summary>What is wrong with a journal, and what may become of it.</summary>
    private static string Describe(JournalStatus journal) => journal switch
    {
        { State: JournalState.Unreadable } => $"{journal.Entry.Path}: NOT in the store, and it cannot be told whose it is: {journal.Entry.Note!.Reason}. Restore journal.json there from a backup, or keep the folder for who can.",
        { Entry.Note: { Applied: false } note } => $"{journal.Id}: NOT in the store, {note.Reason}: {journal.Entry.Path}. `neptune clear --unsynced` deletes it.",
        _ => $"{journal.Id}: damaged, {journal.Entry.Note!.Reason}. What is intact is in the store; the journal is kept in {journal.Entry.Path} until `neptune clear`.",
    };

    private static string Conclusion(List<JournalStatus> journals)
    {
        var abandoned = journals.Count(journal => journal is { State: JournalState.Free, IsOffline: false });
        if (abandoned > 0)
            return $"{Journals(abandoned)} not in the store yet. `neptune sync` finishes what dead processes left.";
        var offline = journals.Count(journal => journal is { State: JournalState.Free, IsOffline: true });
        if (offline > 0)
            return $"{Journals(offline)} offline. `neptune sync` carries what was logged offline into the store.";
        if (journals.Any(journal => journal.State == JournalState.Unknown))
            return "Some journals cannot be opened, so it is unknown whether everything is in the store. Ask as a user who may write to the store.";
        var broken = journals.Count(journal => journal.Entry.Note is not null);
        if (broken > 0)
            return $"{Journals(broken)} not, or not wholly, in the store:";
        return journals.Any(journal => journal.State == JournalState.InUse)
            ? "Nothing is left behind. What living processes log reaches the store within seconds."
            : "Everything that was logged is in the store.";
    }

    private static void WriteTable(List<JournalStatus> journals, Terminal terminal)
    {
        terminal.Out.WriteLine();
        var table = TerminalTable.New(terminal, ["Object", "Project", "Journal", "Process", "Since (UTC)"], "Project", "Process");
        foreach (var journal in journals)
        {
            var info = journal.Entry.Info;
            table.AddTextRow([journal.Id, info?.Project ?? "", Text(journal), Process(journal), info?.Started.ToUniversalTime().ToString(TimeFormat, CultureInfo.InvariantCulture) ?? ""]);
        }
        terminal.Write(table);
        terminal.Out.WriteLine();
    }

    private static string Text(JournalStatus journal) => journal.State switch
    {
        JournalState.InUse => "in use",
        JournalState.Free => journal.IsOffline ? "offline" : "abandoned",
        JournalState.Unknown => "unknown",
        JournalState.Unreadable => "unreadable",
        _ => "damaged",
    };

    private static string Process(JournalStatus journal)
    {
        if (journal.Entry.Info is not { } info)
            return "";
        var where = info.IsFromHere ? "" : $" on {info.Host}";
        var name = string.Create(CultureInfo.InvariantCulture, $"{info.ProcessId}{where}");
        return journal.State == JournalState.InUse ? $"{name}, alive" : $"{name}, gone";
    }

    private static string Journals(int count) => count == 1 ? "One journal is" : string.Create(CultureInfo.InvariantCulture, $"{count} journals are");
}
