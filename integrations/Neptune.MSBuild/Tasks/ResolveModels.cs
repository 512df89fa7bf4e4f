using Microsoft.Build.Framework;
using Neptune.MSBuild.Constants;
using Neptune.MSBuild.Gates;
using Neptune.MSBuild.Items;
using Neptune.MSBuild.Registration;
using Neptune.MSBuild.Resolving;

namespace Neptune.MSBuild;

/// <summary>
/// Finds out, before a project is compiled, which model versions it ships: brings the files of references into the cache, takes a
/// version for every file that the build registers, checks the gates, and writes the constants that are compiled in.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class ResolveModels : NeptuneTask
{
    /// <summary>The files to register, items of type <c>NeptuneModel</c>.</summary>
    public ITaskItem[] Models { get; set; } = [];

    /// <summary>The registered versions to ship, items of type <c>NeptuneModelReference</c>.</summary>
    public ITaskItem[] References { get; set; } = [];

    /// <summary>The checks, items of type <c>NeptuneGate</c>.</summary>
    public ITaskItem[] Gates { get; set; } = [];

    /// <summary>Whether this build registers the files, so that it may take versions for them.</summary>
    public bool Register { get; set; }

    /// <summary>The full path of the lock file.</summary>
    [Required]
    public string LockFile { get; set; } = "";

    /// <summary>Whether a change of the lock file is an error.</summary>
    public bool Locked { get; set; }

    /// <summary>Whether the project is built for one target framework, so that this build sees all its references.</summary>
    public bool WholeProject { get; set; }

    /// <summary>The full path of the folder that all target frameworks of the project share for what is intermediate.</summary>
    [Required]
    public string SharedFolder { get; set; } = "";

    /// <summary>The full path of the cache of model files.</summary>
    [Required]
    public string CacheFolder { get; set; } = "";

    /// <summary>The language of the project as MSBuild calls it; empty for no constants.</summary>
    public string Language { get; set; } = "";

    /// <summary>The namespace of the constants; empty for the global one.</summary>
    public string Namespace { get; set; } = "";

    /// <summary>The full path of the source file to write the constants to.</summary>
    [Required]
    public string SourceFile { get; set; } = "";

    /// <summary>The full path of the list to write of the files that go to the output: a line each, <c>file|where in the output</c>.</summary>
    [Required]
    public string ListFile { get; set; } = "";

    /// <summary>The full path of the file whose time says when all was resolved; not written while a file has no version yet.</summary>
    [Required]
    public string StampFile { get; set; } = "";

    private protected override void Execute(StoreSettings store, StorePatience patience)
    {
        var cancellation = patience.Cancellation;
        var items = ProjectItems.Parse(Models, References, Gates, Path.GetDirectoryName(ProjectFile)!);
        var policy = new LockPolicy(LockFile, Locked, WholeProject, SharedFolder);
        Echo($"store {store.Folder}, project {store.Project ?? "of the store"}, mode {store.Mode}, register {Register}");
        Echo($"lock file {LockFile}, locked {Locked}, cache {CacheFolder}");

        var references = new ReferenceResolver(store, new ModelCache(CacheFolder), policy).Resolve(items.References, cancellation);
        foreach (var reference in references)
            StageGate.Check(store, reference);
        var hashes = items.Models.ToDictionary(model => model, model => FileHash.Of(model.File));
        using var registry = new FileRegistry(store, patience);
        new GateKeeper(store, registry, Log).Check(items, references, hashes, cancellation);

        var claims = new List<ShippedConstant>();
        foreach (var model in items.Models)
        {
            cancellation.ThrowIfCancellationRequested();
            claims.Add(new(model.Key, Claim(registry, model, hashes[model], mayTake: Register && store.Mode != ConnectionMode.Offline)));
        }
        Write([.. claims, .. references.Select(Constant)], [.. items.Models.Select(model => (model.File, model.ShippedAs)), .. references.Select(reference => (reference.File, PathOf(reference)))]);
    }

    /// <summary>What is known of a file's version before the build has registered it. A store that cannot be asked is reported when it is to be written.</summary>
    private ShippedModel Claim(FileRegistry registry, ModelItem model, string sha256, bool mayTake)
    {
        var unknown = new ShippedModel(model.Key, "", "", model.Stage ?? ModelStage.None, sha256, model.ShippedAs);
        try
        {
            return (mayTake ? registry.FindOrCreate(model, sha256) : registry.Find(model, sha256)) is { } version
                ? unknown with { Version = version.Id, Project = version.Project, Stage = mayTake ? Registrar.StageAfter(version.Stage, model.Stage) : version.Stage }
                : unknown;
        }
        catch (NeptuneException e) when (e is not NeptuneOptionsException)
        {
            Echo($"{model.Key} has no version yet: {e.Message}");
            return unknown;
        }
        catch (BuildProblemException problem) when (problem.Code == Codes.InTrash)
        {
            Echo(problem.Message);
            return unknown;
        }
    }

    private static ShippedConstant Constant(ResolvedReference reference) => new(
        reference.Item.Name,
        new(reference.Version.Key, reference.Version.Version, reference.Version.Project, reference.Version.Stage, reference.Version.Sha256, PathOf(reference)));

    private static string PathOf(ResolvedReference reference) => reference.Item.ShippedPath(reference.Version.Extension);

    private void Write(IReadOnlyList<ShippedConstant> constants, IReadOnlyList<(string File, string Path)> files)
    {
        foreach (var (name, model) in constants.Select(constant => (constant.Name, constant.Model)))
            Echo($"{name} is {(model.Version.Length > 0 ? model.Version : "not registered")}, {model.Stage}, SHA-256 {model.Sha256}, in the output at {(model.Path.Length > 0 ? model.Path : "no place")}");
        if (SourceWriter.For(Language) is { } writer)
            SourceWriter.Save(SourceFile, writer.Write(constants, Namespace));
        SourceWriter.Save(ListFile, string.Concat(files.Where(file => file.Path.Length > 0).Select(file => $"{file.File}|{file.Path}\n")));
        if (constants.All(constant => constant.Model.Version.Length > 0))
            File.WriteAllText(StampFile, "");
        else
            File.Delete(StampFile);
    }
}
