using Microsoft.Extensions.Logging;

namespace Neptune.MSBuild.Logging;

/// <summary>Every message of the package that is no problem of the build.</summary>
internal static partial class Messages
{
    [LoggerMessage(1, LogLevel.Information, "The git commit of {Folder} is not recorded. {Reason}")]
    public static partial void CommitUnknown(this ILogger log, string folder, string reason);
}
