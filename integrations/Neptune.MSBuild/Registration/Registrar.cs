using System.Security.Cryptography;
using Neptune.MSBuild.Stores;

namespace Neptune.MSBuild.Registration;

/// <summary>Finds the versions that files are, or makes them.</summary>
internal sealed class Registrar(StoreSettings store)
{
    private const string FileField = "model";

    public RegisteredVersion Register(ModelItem model)
    {
        using var file = File.OpenRead(model.File);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(file));
        using var parent = OpenModel(model.Key);
        using var version = ModelVersion.Init(store.Fill(new ModelVersionOptions { Model = parent.Id, Sha256 = sha256 }));
        if (!version.Exists(FileField))
        {
            version[FileField].Upload(NeptuneFile.FromPath(model.File));
            version.Wait();
        }
        return new(version.Id, sha256, version.Url);
    }

    private Model OpenModel(string key)
    {
        try
        {
            return Model.Init(store.Fill(new ModelOptions { Key = key }));
        }
        catch (NeptuneModelKeyExistsException existing)
        {
            return Model.Init(store.Fill(new ModelOptions { WithId = existing.ModelId }));
        }
    }
}
