using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Neptune.Cli.Commands;
using Neptune.Cli.Output;

namespace Neptune.Cli;

/// <summary>Parses a command line and runs it; the one place where errors become exit codes.</summary>
internal static class NeptuneCommandLine
{
    /// <summary>An argument that starts with "@" is a name like any other and no file of further arguments.</summary>
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    public static int Run(string[] args, Terminal terminal)
    {
        var parsed = Root(terminal).Parse(args, Parsing);
        if (ProblemOf(parsed, args) is { } problem)
            return Refuse(terminal, ExitCode.Usage, $"{problem} `{HelpOf(parsed)}` shows what is possible.");
        try
        {
            var code = parsed.Invoke(new() { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false });
            terminal.Out.Flush();
            return code;
        }
        catch (Exception error) when (error is NeptuneException or IOException or UnauthorizedAccessException)
        {
            return Refuse(terminal, ExitCode.Failure, error.Message);
        }
    }

    private static RootCommand Root(Terminal terminal)
    {
        var store = new StoreOption();
        var root = new RootCommand("Looks into a Neptune store: what was tracked, and what is still on its way there.")
        {
            store,
            new UiCommand(terminal, store),
            new ListCommand(terminal, store),
            new ShowCommand(terminal, store),
            new GetCommand(terminal, store),
            new CompareCommand(terminal, store),
            new ReportCommand(terminal, store),
            new StatusCommand(terminal, store),
            new SyncCommand(terminal, store),
            new ClearCommand(terminal, store),
            new VerifyCommand(terminal, store),
            new StageCommand(terminal, store),
            new TagCommand(terminal, store),
            TextCommand.OfName(terminal, store),
            TextCommand.OfDescription(terminal, store),
            TrashCommand.Trash(terminal, store),
            TrashCommand.Restore(terminal, store),
            new DeleteCommand(terminal, store),
            new ProjectCommand(terminal, store),
            new ModelsCommand(terminal, store),
            new WhichCommand(terminal),
        };
        root.HelpName = "neptune";
        root.SetAction(parsed => new HelpAction().Invoke(parsed));
        return root;
    }

    private static string? ProblemOf(ParseResult parsed, string[] args) =>
        MistakenValue.Find(parsed, args) ?? (parsed.Action is ParseErrorAction ? Sentence(parsed.Errors[0].Message) : null);

    /// <summary>The parser's own messages have line breaks and no full stop.</summary>
    private static string Sentence(string message) =>
        string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.') + ".";

    private static string HelpOf(ParseResult parsed) =>
        $"{string.Join(' ', Names(parsed.CommandResult).Reverse())} --help";

    private static IEnumerable<string> Names(CommandResult command)
    {
        for (var at = command; at is not null; at = at.Parent as CommandResult)
            yield return at.Command is RootCommand ? "neptune" : at.Command.Name;
    }

    private static int Refuse(Terminal terminal, int code, string message)
    {
        terminal.Complain(message);
        return code;
    }
}
