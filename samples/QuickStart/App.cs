using System.Diagnostics;

namespace QuickStart;

/// <summary>The browser app, as <c>neptune ui</c> starts it where the tool is installed.</summary>
internal static class App
{
    public static void Show(string id)
    {
        var tool = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../src/Neptune.Cli"));
        using var ui = Process.Start("dotnet", ["run", "--project", tool, "--", "ui", id]);
        ui.WaitForExit();
    }
}
