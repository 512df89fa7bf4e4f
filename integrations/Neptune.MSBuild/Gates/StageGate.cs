using Neptune.MSBuild.Resolving;

namespace Neptune.MSBuild.Gates;

/// <summary>Checks that a version which is asked for by number is in the stage that is asked for as well.</summary>
internal static class StageGate
{
    /// <exception cref="BuildProblemException">The version is not in the stage.</exception>
    public static void Check(StoreSettings store, ResolvedReference reference)
    {
        if (reference.Item.Request is not { Version: not null, Stage: { } wanted })
            return;
        var stage = Current(store, reference.Version);
        if (stage != wanted)
            throw reference.Item.Source.Problem(Codes.StageTooLow, $"This build ships {reference.Version.Version}, which is only in {stage}, not in {wanted}. Move the version there, or correct Stage.");
    }

    /// <summary>The stage now; where the registry cannot be asked, the one that the lock file remembers.</summary>
    private static ModelStage Current(StoreSettings store, LockedModel locked)
    {
        try
        {
            using var version = ModelVersion.Init(store.In(locked.Project).ReadOnly.Fill(new ModelVersionOptions { WithId = locked.Version }));
            return RegisteredVersions.StageOf(version);
        }
        catch (NeptuneException)
        {
            return locked.Stage;
        }
    }
}
