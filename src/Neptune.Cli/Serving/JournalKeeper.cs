using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Neptune.Cli.Stores;

namespace Neptune.Cli.Serving;

/// <summary>Brings in what processes leave behind that die while somebody looks at the store.</summary>
internal sealed partial class JournalKeeper(string folder, ILogger<JournalKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period);
        do
        {
            try
            {
                OpenedStore.FinishJournals(folder, log);
            }
            catch (Exception error) when (error is NeptuneException || Neptune.Storage.FileSystemError.Is(error))
            {
                LogTrouble(error.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(1, LogLevel.Warning, "What a dead process left could not be brought in, and is tried again. {Reason}")]
    private partial void LogTrouble(string reason);
}
