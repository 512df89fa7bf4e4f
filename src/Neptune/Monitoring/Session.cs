namespace Neptune.Monitoring;

/// <summary>What kind of process this is.</summary>
internal static class Session
{
    /// <summary>A notebook kernel or a script host: there the process belongs to the user, not to one run.</summary>
    public static bool IsInteractive =>
        AppDomain.CurrentDomain.FriendlyName is var host
        && (host.Contains("dotnet-interactive", StringComparison.OrdinalIgnoreCase) || host.Contains("csi", StringComparison.OrdinalIgnoreCase) && host.Length <= "csi.exe".Length || host.Contains("dotnet-repl", StringComparison.OrdinalIgnoreCase));
}
