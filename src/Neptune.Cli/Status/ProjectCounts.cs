using System.Globalization;
using Neptune.Cli.Output;

namespace Neptune.Cli.Status;

/// <summary>The projects of a store and how much is in them.</summary>
internal static class ProjectCounts
{
    private static readonly (string Header, ObjectKind Kind)[] Kinds =
        [("Runs", ObjectKind.Run), ("Models", ObjectKind.Model), ("Versions", ObjectKind.ModelVersion)];

    public static TerminalTable Of(Store store, Terminal terminal)
    {
        var counts = Kinds.Select(kind => store.List(kind.Kind).CountBy(record => record.ProjectId).ToDictionary()).ToList();
        var table = TerminalTable.New(terminal, ["Project", .. Kinds.Select(kind => kind.Header)], "Project");
        foreach (var project in store.ListProjects())
            table.AddTextRow([$"{project.Name}", .. counts.Select(count => count.GetValueOrDefault(project.Id).ToString("N0", CultureInfo.InvariantCulture))]);
        return table;
    }
}
