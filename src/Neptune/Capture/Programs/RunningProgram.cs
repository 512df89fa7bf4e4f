using System.Reflection;

namespace Neptune.Capture.Programs;

/// <summary>The program that runs, as its user knows it: in the process of a test host, the tests.</summary>
/// <param name="Name">The name of its assembly.</param>
/// <param name="Folder">Where it lies.</param>
/// <param name="Assembly">Its assembly, as far as it is loaded.</param>
internal sealed record RunningProgram(string Name, string Folder, Assembly? Assembly)
{
    private const string DependenciesSuffix = ".deps.json";

    private static readonly Lazy<RunningProgram?> Found = new(Find);

    /// <summary><see langword="null"/> when the runtime is hosted by a program that is none of .NET.</summary>
    public static RunningProgram? Current => Found.Value;

    /// <summary>What people call it: <c>train.dll</c>.</summary>
    public string FileName => Name + ".dll";

    /// <summary>Where its assembly is, or would be if it were not part of a single file.</summary>
    public string AssemblyPath => Path.Combine(Folder, FileName);

    /// <summary>The file that <c>dotnet run</c> was given instead of a project.</summary>
    public string? SourceFile => Assembly is not null && Assembly == Assembly.GetEntryAssembly() ? AppContext.GetData("EntryPointFilePath") as string : null;

    /// <returns><see langword="null"/> when it is compiled ahead of time.</returns>
    public Stream? OpenAssembly() => Open(FileName);

    /// <summary>The <c>.deps.json</c> that it was built with.</summary>
    public Stream? OpenDependencies() => Open(Name + DependenciesSuffix);

    private static RunningProgram? Find()
    {
        var entry = Assembly.GetEntryAssembly();
        var started = entry?.GetName().Name;
        // Whoever runs the code of others, as test hosts do, is started with the dependencies of that code.
        if (Dependencies() is (var name, var folder) && name != started)
            return new(name, folder, AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(assembly => assembly.GetName().Name == name));
        return started is null ? null : new(started, AppContext.BaseDirectory, entry);
    }

    /// <summary>The assembly whose dependencies the host resolved; those of frameworks have no assembly of their name.</summary>
    private static (string Name, string Folder)? Dependencies()
    {
        foreach (var file in (AppContext.GetData("APP_CONTEXT_DEPS_FILES") as string ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var path = file.EndsWith(DependenciesSuffix, StringComparison.OrdinalIgnoreCase) ? file[..^DependenciesSuffix.Length] : file;
            if (File.Exists(path + ".dll"))
                return (Path.GetFileName(path), Path.GetDirectoryName(path)!);
        }
        return null;
    }

    private Stream? Open(string file)
    {
        var path = Path.Combine(Folder, file);
        if (File.Exists(path))
            return File.OpenRead(path);
        return Environment.ProcessPath is { } program && !File.Exists(AssemblyPath) ? SingleFileBundle.Open(program, file) : null;
    }
}
