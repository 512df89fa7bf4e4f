using System.Text;

namespace Neptune.MSBuild.Constants;

/// <summary>Writes the models of a project as source code.</summary>
internal abstract class SourceWriter
{
    protected const string TypeName = "NeptuneModels";

    /// <summary>The writer for a language, as MSBuild calls it; <see langword="null"/> when there is none.</summary>
    public static SourceWriter? For(string language) => language switch
    {
        "C#" => new CSharpWriter(),
        "F#" => new FSharpWriter(),
        "VB" => new VisualBasicWriter(),
        _ => null,
    };

    /// <param name="models">The models.</param>
    /// <param name="ns">The namespace; empty for the global one.</param>
    public abstract string Write(IReadOnlyList<ShippedConstant> models, string ns);

    /// <summary>Writes a file only when it changes, so that nothing is compiled for nothing.</summary>
    public static void Save(string path, string content)
    {
        if (File.Exists(path) && File.ReadAllText(path) == content)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}
