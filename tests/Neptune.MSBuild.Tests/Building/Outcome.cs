using Microsoft.Build.Framework;

namespace Neptune.MSBuild.Tests.Building;

/// <summary>What a task came to.</summary>
internal sealed record Outcome<T>(T Task, RecordingEngine Engine, bool Succeeded)
{
    /// <summary>The only error there is, of a task that failed.</summary>
    public BuildErrorEventArgs Error
    {
        get
        {
            Assert.False(Succeeded);
            Assert.DoesNotContain('\n', Assert.Single(Engine.Errors).Message!);
            return Engine.Errors[0];
        }
    }

    /// <summary>The only warning there is, of a task that did not fail.</summary>
    public BuildWarningEventArgs Warning
    {
        get
        {
            Check();
            Assert.DoesNotContain('\n', Assert.Single(Engine.Warnings).Message!);
            return Engine.Warnings[0];
        }
    }

    /// <summary>What a build shows at normal verbosity.</summary>
    public IReadOnlyList<string> Said => [.. Engine.Messages.Where(message => message.Importance <= MessageImportance.Normal).Select(message => message.Message!)];

    public Outcome<T> Check()
    {
        Assert.True(Succeeded, string.Join('\n', Engine.Errors.Select(error => $"{error.Code} {error.Message}").Concat(Engine.Messages.Select(message => message.Message))));
        return this;
    }

    /// <summary>Neither an error nor a warning.</summary>
    public Outcome<T> Clean()
    {
        Check();
        Assert.Empty(Engine.Warnings.Select(warning => warning.Message));
        return this;
    }
}
