using Microsoft.Extensions.Logging;
using Neptune.Capture.Git;
using Neptune.MSBuild.Logging;

namespace Neptune.MSBuild.Facts;

/// <summary>The commit that a build is made from, and whether tracked files differ from it.</summary>
internal static class GitFacts
{
    /// <summary>The commit of the repository around a folder. A repository that cannot be read is a message, not a failed build.</summary>
    public static GitRefInfo? Of(string folder, ILogger log)
    {
        try
        {
            return GitCapture.Describe(folder);
        }
        catch (NeptuneException e)
        {
            log.CommitUnknown(folder, e.Message);
            return null;
        }
    }

    public static Operation Assign(GitRefInfo commit) => new AssignGitRefOperation(GitCapture.RefPath, commit);
}
