using System.CommandLine;
using Microsoft.Extensions.Hosting;
using Neptune.Cli.Output;
using Neptune.Cli.Serving;
using Neptune.Cli.Stores;
using Neptune.Journal;
using Neptune.Serving;

namespace Neptune.Cli.Commands;

/// <summary><c>neptune ui</c>: serves the app on the store, and opens a browser.</summary>
internal sealed class UiCommand : Command
{
    private const int LargestPort = ushort.MaxValue;

    private readonly Argument<string?> id = new("id") { Description = "The object to show, such as CLS-12.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<int?> port = new("--port") { Description = "The port to listen at; 0 for any. Without it, the one used before.", HelpName = "N" };
    private readonly Option<bool> noBrowser = new("--no-browser") { Description = "Print the link only." };
    private readonly ProjectOption project = new();

    public UiCommand(Terminal terminal, StoreOption store)
        : base("ui", "Show the store in a browser, live, until Ctrl+C.")
    {
        Add(id);
        Add(port);
        Add(noBrowser);
        Add(project);
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 0 or > LargestPort)
                result.AddError($"--port is 0 to {LargestPort}.");
        });
        SetAction(async (parsed, cancellation) =>
        {
            var folder = StoreWithReason.Require(parsed.GetValue(store)).Folder;
            var page = PageOf(folder, parsed, terminal);
            var own = AppLink.FolderIn(folder) ?? throw new NeptuneStoreException($"The store {folder} cannot be written to, so it was never given an id, and no link can be kept for it. Open it once with write access.");
            Directory.CreateDirectory(own);
            using var taken = JournalLock.TryTake(own);
            if (taken is null)
            {
                var running = AppLink.Read(own) ?? throw new NeptuneStoreException($"Another process is just beginning to serve {folder}. Try again.");
                Show(running.LetIn(page), parsed, terminal);
                return ExitCode.Success;
            }

            var link = LinkOf(own, parsed.GetValue(port));
            await using var server = AppServer.Create(folder, link);
            await server.StartAsync(cancellation);
            link.Write(own);
            terminal.Out.WriteLine($"Serving {folder} to this machine until Ctrl+C.");
            Show(link.LetIn(page), parsed, terminal);
            await server.WaitForShutdownAsync(cancellation);
            return ExitCode.Success;
        });
    }

    private string PageOf(string folder, ParseResult parsed, Terminal terminal)
    {
        using var opened = OpenedStore.Of(new(folder) { ReadOnly = true }, terminal);
        var named = parsed.GetValue(project);
        if (parsed.GetValue(id) is { } wanted)
        {
            var record = opened.RequireObject(wanted, named);
            return AppPath.Of(record.Project, record.Kind, record.SysId, record.ModelId);
        }
        return named is null ? "" : $"{AppPath.Of(opened.RequireProject(named).Name)}/runs";
    }

    private static AppLink LinkOf(string folder, int? wanted)
    {
        var before = AppLink.Read(folder);
        var port = wanted switch
        {
            null => FreePort.Near(before?.Port),
            0 => FreePort.Any(),
            { } named => FreePort.IsFree(named) ? named : throw new NeptuneOptionsException($"Something listens at port {named} already. Take another --port, or 0 for any."),
        };
        return new(port, before?.Token ?? AppLink.NewToken());
    }

    private void Show(Uri link, ParseResult parsed, Terminal terminal)
    {
        terminal.Out.WriteLine(link.AbsoluteUri);
        terminal.Out.Flush();
        if (!parsed.GetValue(noBrowser))
            Browser.TryOpen(link);
    }
}
