using Microsoft.Build.Framework;
using Neptune.MSBuild.Problems;

namespace Neptune.MSBuild.Registration;

/// <summary>An item of type <c>NeptuneModel</c>.</summary>
/// <param name="Key">The model's key.</param>
/// <param name="File">The full path of the file.</param>
internal sealed record ModelItem(string Key, string File)
{
    /// <exception cref="BuildProblemException">The item misses something, or its file does not exist.</exception>
    public static ModelItem Parse(ITaskItem item)
    {
        var file = item.GetMetadata("FullPath");
        if (!System.IO.File.Exists(file))
            throw new BuildProblemException(Codes.MissingFile, $"There is no file {item.ItemSpec} to register. Train the model first, or correct Include.");
        return new(item.GetMetadata("Key"), file);
    }
}
