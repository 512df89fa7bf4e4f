using Microsoft.Extensions.Logging;

namespace Neptune.Capture;

/// <summary>The messages about what a run was made with.</summary>
internal static partial class CaptureLog
{
    [LoggerMessage(40, LogLevel.Warning, "{Id}: source_code is incomplete. {Reason}")]
    public static partial void GitIncomplete(this ILogger log, string id, string reason);
}
