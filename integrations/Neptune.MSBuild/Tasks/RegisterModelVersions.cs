using Microsoft.Build.Framework;
using Neptune.MSBuild.Facts;
using Neptune.MSBuild.Items;
using Neptune.MSBuild.Registration;

namespace Neptune.MSBuild;

/// <summary>Makes a model version of every file that has none yet, with what is known about the file and the build.</summary>
[MSBuildMultiThreadableTask]
public sealed class RegisterModelVersions : NeptuneTask
{
    /// <summary>The files, items of type <c>NeptuneModel</c>.</summary>
    [Required]
    public ITaskItem[] Models { get; set; } = [];

    /// <summary>What the build says about itself: items named as the field below <c>build/</c>, with the metadata <c>Value</c>.</summary>
    public ITaskItem[] Facts { get; set; } = [];

    /// <summary>The full path of the file whose time says when all was registered; not written while something is not.</summary>
    [Required]
    public string StampFile { get; set; } = "";

    /// <summary>The full path of the list to write of the versions, for builds that have nothing to register: a line each, <c>key|version|sha256|stage|url</c>.</summary>
    [Required]
    public string ListFile { get; set; } = "";

    private protected override void Execute(StoreSettings store, StorePatience patience)
    {
        var folder = Path.GetDirectoryName(ProjectFile)!;
        using var registrar = new Registrar(store, BuildFacts.Of(Facts, folder), patience);
        var versions = new List<string>();
        foreach (var item in Models)
        {
            patience.Cancellation.ThrowIfCancellationRequested();
            var model = ModelItem.Parse(item, folder);
            if (Register(registrar, model) is { } version)
                versions.Add($"{model.Key}|{version.Id}|{version.Sha256}|{version.Stage}|{version.Url}");
        }
        File.WriteAllLines(ListFile, versions);
        if (versions.Count == Models.Length)
            File.WriteAllText(StampFile, "");
    }

    /// <summary>Registers a file; what the store cannot take now waits in a journal, unless the build is strict.</summary>
    private RegisteredVersion? Register(Registrar registrar, ModelItem model)
    {
        try
        {
            var version = registrar.Register(model);
            Summarize(model, version);
            return version;
        }
        catch (NeptuneException e) when (IsTrouble(e))
        {
            return !Strict ? Postpone(registrar, model, e) : throw model.Source.Problem(Codes.StoreFailed, $"{model.Key} is not registered: {e.Message}", e);
        }
        catch (BuildProblemException problem) when (problem.Code == Codes.InTrash && !Strict)
        {
            Report(problem, isWarning: true);
            return null;
        }
    }

    /// <summary>Whether the store is to blame, and not what is asked of it.</summary>
    private static bool IsTrouble(NeptuneException e) =>
        e is NeptuneStoreException or NeptuneStoreVersionException or NeptuneDiskFullException or NeptuneCorruptDataException;

    private RegisteredVersion? Postpone(Registrar registrar, ModelItem model, Exception reason)
    {
        try
        {
            var waiting = registrar.RegisterOffline(model);
            Report(model.Source.Problem(Codes.WaitsInJournal, $"The store cannot be written, so the registration of {model.Key} waits in a journal until `neptune sync` is run: {reason.Message}", reason), isWarning: true);
            return waiting;
        }
        catch (Exception e) when (e is NeptuneException or IOException or UnauthorizedAccessException)
        {
            Report(model.Source.Problem(Codes.StoreFailed, $"{model.Key} is not registered, and nothing waits for the store, as there is no room for a journal either: {e.Message}", e), isWarning: true);
            return null;
        }
    }

    private void Summarize(ModelItem model, RegisteredVersion version)
    {
        var run = version.Run is { } id ? $", trained by {id}" : "";
        var (importance, text) = version.Outcome switch
        {
            RegistrationOutcome.Registered => (MessageImportance.High, $"{model.Source.Include} is registered as {version.Id}, {version.Stage}{run}: {version.Url}"),
            RegistrationOutcome.Known => (MessageImportance.Normal, $"{model.Source.Include} is {version.Id}, {version.Stage}{run}: {version.Url}"),
            _ => (MessageImportance.High, $"the registration of {model.Source.Include} as {model.Key} waits for `neptune sync`: {version.Url}"),
        };
        Log.LogMessage(importance, "Neptune: {0}", text);
    }
}
