using System.ComponentModel;
using System.Diagnostics;

namespace Neptune.Cli.Serving;

/// <summary>The browser of whoever sits at this machine.</summary>
internal static class Browser
{
    /// <summary>What says on Linux that there is a screen, or which browser to take where there is none.</summary>
    private static readonly string[] Screens = ["DISPLAY", "WAYLAND_DISPLAY", "BROWSER"];

    /// <summary>Opens a page where there is a screen and a browser.</summary>
    /// <returns>Whether one was started.</returns>
    public static bool TryOpen(Uri page)
    {
        if (!OperatingSystem.IsWindows() && !OperatingSystem.IsMacOS() && Screens.All(name => Environment.GetEnvironmentVariable(name) is not { Length: > 0 }))
            return false;
        try
        {
            using var browser = Process.Start(Command(page.AbsoluteUri));
            return true;
        }
        catch (Exception error) when (error is Win32Exception or FileNotFoundException)
        {
            // There is none; the link is printed anyway.
            return false;
        }
    }

    private static ProcessStartInfo Command(string page)
    {
        if (OperatingSystem.IsWindows())
            return new(page) { UseShellExecute = true };
        var named = Environment.GetEnvironmentVariable("BROWSER");
        var program = OperatingSystem.IsMacOS() ? "open" : named is { Length: > 0 } ? named : "xdg-open";
        // What a browser has to say is nothing for this terminal.
        return new(program, [page]) { RedirectStandardOutput = true, RedirectStandardError = true };
    }
}
