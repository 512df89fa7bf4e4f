using System.CommandLine;

namespace Neptune.Cli.Commands;

/// <summary><c>--project</c>, for commands that look into one project or all of them.</summary>
internal sealed class ProjectOption : Option<string?>
{
    public ProjectOption()
        : base("--project")
    {
        Description = "The project, as workspace/name. Default: all projects of the store.";
        HelpName = "workspace/name";
    }
}
