using System.CommandLine;

namespace Neptune.Cli.Commands;

/// <summary><c>--json</c>, for programs.</summary>
internal sealed class JsonOption : Option<bool>
{
    public JsonOption()
        : base("--json") => Description = "Write JSON and nothing else to stdout.";
}
