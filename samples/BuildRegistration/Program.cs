using System.Security.Cryptography;

// What the build has compiled in: which version is this, in which stage, and where is its file?
Show("INCOME", NeptuneModels.Income.VersionId, NeptuneModels.Income.Stage, NeptuneModels.Income.Path, NeptuneModels.Income.Sha256);
Show("BASELINE", NeptuneModels.Baseline.VersionId, NeptuneModels.Baseline.Stage, NeptuneModels.Baseline.Path, NeptuneModels.Baseline.Sha256);

static void Show(string key, string version, string stage, string path, string sha256)
{
    using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, path));
    var isIt = Convert.ToHexStringLower(SHA256.HashData(file)) == sha256;
    Console.WriteLine($"{key,-9} {version}, {stage}, {path} ({file.Length} bytes, {(isIt ? "the file that was registered" : "NOT the file that was registered")})");
}
