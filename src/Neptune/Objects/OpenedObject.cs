using Microsoft.Extensions.Logging;
using Neptune.Backends;
using Neptune.Journal;
using Neptune.Pumping;
using Neptune.Storage;

namespace Neptune.Objects;

/// <summary>What opening an object came to, before it starts.</summary>
internal sealed record OpenedObject(ObjectRecord Record, IBackend Backend, ConnectionMode Mode, bool Created, ILogger Log, ObjectOptions Options, CreationRequest? Creation = null)
{
    public JournalSessionOptions SessionOptions(NeptuneObject owner) => new()
    {
        FlushPeriod = Options.FlushPeriod,
        IsOffline = Mode == ConnectionMode.Offline,
        RaiseErrors = Mode == ConnectionMode.Sync,
        GiveUpAfter = Settings.GiveUpAfter,
        DiskLimit = DiskLimit.Of(Backend.JournalRoot),
        DropAfter = Options.DropAfter,
        LagThreshold = Options.LagThreshold,
        NoProgressThreshold = Options.NoProgressThreshold,
        OnLag = (Options.OnLag ?? Settings.StoppingCallback(Settings.LagCallbackVariable)) is { } lag ? () => lag(owner) : null,
        OnNoProgress = (Options.OnNoProgress ?? Settings.StoppingCallback(Settings.NoProgressCallbackVariable)) is { } stuck ? () => stuck(owner) : null,
    };
}
