using Microsoft.Build.Execution;
using Microsoft.Build.Framework;

namespace Neptune.MSBuild.BuildTests.Building;

/// <summary>What a build came to.</summary>
internal sealed record Built(BuildResult Result, BuildRecord Record)
{
    public bool Succeeded => Result.OverallResult == BuildResultCode.Success;

    /// <summary>What a build shows at normal verbosity.</summary>
    public IReadOnlyList<string> Said => [.. Record.Messages.Where(message => message.Importance <= MessageImportance.Normal).Select(message => message.Message!)];

    /// <summary>The only error there is, of a build that failed.</summary>
    public BuildErrorEventArgs Error
    {
        get
        {
            Assert.False(Succeeded);
            return Assert.Single(Record.Errors);
        }
    }

    /// <summary>The only warning there is, of a build that did not fail.</summary>
    public BuildWarningEventArgs Warning
    {
        get
        {
            Check();
            return Assert.Single(Record.Warnings);
        }
    }

    /// <summary>Items as they are after the build.</summary>
    public IReadOnlyList<ProjectItemInstance> Items(string type) => [.. Result.ProjectStateAfterBuild.GetItems(type)];

    /// <summary>Which of some targets ran, in the order in which they did.</summary>
    public IEnumerable<string> Order(params string[] targets) => Record.Targets.Where(targets.Contains);

    /// <summary>The tasks of the package that ran, in their order.</summary>
    public IEnumerable<string> NeptuneTasks => Record.Tasks.Where(task => task is "ResolveModels" or "RegisterModelVersions");

    public Built Check()
    {
        Assert.True(Succeeded, string.Join('\n', Record.Errors.Select(error => $"{error.File}({error.LineNumber}): {error.Code} {error.Message}").Append(Result.Exception?.ToString())));
        return this;
    }

    /// <summary>Neither an error nor a warning.</summary>
    public Built Clean()
    {
        Check();
        Assert.Empty(Record.Warnings.Select(warning => $"{warning.Code} {warning.Message}"));
        return this;
    }
}
