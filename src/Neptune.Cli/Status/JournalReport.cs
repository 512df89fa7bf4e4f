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
        foreach (var journal in journals.Where(journal => journal.State == JournalState.Damaged))
            terminal.Out.WriteLine($"Damaged journal{(journal.Info is { } info ? $" of {info.Id}" : "")}: {journal.Path}. Its intact records are in the store; delete the folder when you do not need the rest.");
    }

    private static string Conclusion(List<JournalStatus> journals)
    {
        var abandoned = journals.Count(journal => journal.State == JournalState.Abandoned);
        if (abandoned > 0)
            return $"{Journals(abandoned)} not in the store yet. `neptune sync` finishes what dead processes left.";
        var offline = journals.Count(journal => journal.State == JournalState.Offline);
        if (offline > 0)
            return $"{Journals(offline)} offline. `neptune sync` carries what was logged offline into the store.";
        if (journals.Any(journal => journal.State == JournalState.Unknown))
            return "Some journals cannot be opened, so it is unknown whether everything is in the store. Ask as a user who may write to the store.";
        return journals.Any(journal => journal.State == JournalState.InUse)
            ? "Nothing is left behind. What living processes log reaches the store within seconds."
            : "Everything that was logged is in the store.";
    }

    private static void WriteTable(List<JournalStatus> journals, Terminal terminal)
    {
        terminal.Out.WriteLine();
        var table = TerminalTable.New(terminal, ["Object", "Project", "Journal", "Process", "Since (UTC)"], "Project", "Process");
        foreach (var (_, info, state) in journals)
            table.AddTextRow([info?.Id ?? "?", info?.Project ?? "", Text(state), Process(info, state), info?.Started.ToUniversalTime().ToString(TimeFormat, CultureInfo.InvariantCulture) ?? ""]);
        terminal.Write(table);
        terminal.Out.WriteLine();
    }

    private static string Text(JournalState state) => state switch
    {
        JournalState.InUse => "in use",
        JournalState.Abandoned => "abandoned",
        JournalState.Offline => "offline",
        JournalState.Unknown => "unknown",
        _ => "damaged",
    };

    private static string Process(JournalInfo? info, JournalState state)
    {
        if (info is null)
            return "";
        var where = info.Host == Environment.MachineName ? "" : $" on {info.Host}";
        var name = string.Create(CultureInfo.InvariantCulture, $"{info.ProcessId}{where}");
        return state switch
        {
            JournalState.InUse => $"{name}, alive",
            JournalState.Unknown => name,
            _ => $"{name}, gone",
        };
    }

    private static string Journals(int count) => count == 1 ? "One journal is" : string.Create(CultureInfo.InvariantCulture, $"{count} journals are");
}
