using System.Globalization;
using Neptune.Backends;
using Neptune.Monitoring;
using Neptune.Storage;

namespace Neptune.Objects;

/// <summary>Opens objects that touch no store: they get a provisional id now and their real one when they are synced.</summary>
internal static class OfflineOpener
{
    public const string IdPrefix = "OFFLINE-";

    private const int ShownDigits = 8;

    public static OpenedObject Open(ObjectOptions options)
    {
        var location = Settings.LocationOf(options);
        // Until it is synced, an object that was made offline can be gone on with only by who has it.
        var uid = options.Beside is { Mode: ConnectionMode.Offline } made && made.Id == options.WithId ? made.Uid : Guid.NewGuid();
        var (kind, id, creation) = Request(options, uid.ToString("N", CultureInfo.InvariantCulture)[..ShownDigits].ToUpperInvariant());
        var record = new ObjectRecord(0, uid, kind, 0, Settings.ProjectOf(options, location), creation.WithId ?? id, creation.CustomRunId, creation.Model, Trashed: false);
        return new OpenedObject(record, new OfflineBackend(location.Folder), ConnectionMode.Offline, Created: creation.WithId is null && creation.Sha256 is null, Settings.LogOf(options), options, creation);
    }

    private static (ObjectKind Kind, string Id, CreationRequest Creation) Request(ObjectOptions options, string digits)
    {
        var none = new CreationRequest(options.WithId, null, null, null, Settings.Owner, DateTimeOffset.UtcNow);
        switch (options)
        {
            case RunOptions run:
                return (ObjectKind.Run, IdPrefix + digits, none with { CustomRunId = Settings.CustomRunIdOf(run) });
            case ModelOptions { WithId: not null }:
                return (ObjectKind.Model, "", none);
            case ModelOptions model:
                var key = Settings.KeyOf(model);
                return (ObjectKind.Model, IdPrefix + key, none with { ModelKey = key });
            case ModelVersionOptions { WithId: not null }:
                return (ObjectKind.ModelVersion, "", none);
            case ModelVersionOptions version:
                var parent = Settings.ModelOf(version);
                return (ObjectKind.ModelVersion, $"{parent}-{digits}", none with { Model = parent, Sha256 = Settings.Sha256Of(version) });
            default:
                return (ObjectKind.Project, IdPrefix + "PROJECT", none);
        }
    }
}
